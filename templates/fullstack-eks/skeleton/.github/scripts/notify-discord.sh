#!/usr/bin/env bash
# Tells a Discord channel how the deployment ended. Without a webhook it says nothing.
# Reads DISCORD_WEBHOOK_URL, STATUS, TIER, ENVIRONMENT, IMAGE.
set -euo pipefail

[[ -n ${DISCORD_WEBHOOK_URL:-} ]] || exit 0
case $STATUS in
success) mark='✅ deployed' ;;
cancelled) mark='⚪ cancelled' ;;
*) mark='❌ failed' ;;
esac
run="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
text="$mark: $GITHUB_REPOSITORY $TIER to $ENVIRONMENT"
# The image was checked only if the run came that far: keep what an image may consist of.
shown=$(printf '%s' "$IMAGE" | tr -cd 'A-Za-z0-9._/:@-')
curl --fail --silent --show-error --max-time 20 --header 'Content-Type: application/json' \
  --data "{\"content\":\"$text\\n$shown\\ncommit ${GITHUB_SHA:0:12} by $GITHUB_ACTOR\\n$run\",\"allowed_mentions\":{\"parse\":[]}}" \
  "$DISCORD_WEBHOOK_URL"
