#!/usr/bin/env bash
# Writes the image and the cause of the change into the tier's Deployment, commits and pushes; outputs the commit.
# Reads TIER, ENVIRONMENT, IMAGE, REASON and what git-push.sh needs.
set -euo pipefail
# shellcheck source=.github/scripts/git-push.sh
source "$(dirname "$0")/git-push.sh"

manifest="deploy/$ENVIRONMENT/$TIER/deployment.yaml"
# One line of plain text without quotes: it lands in YAML.
reason=$(printf '%s' "${REASON:-}" | tr -d "\"\\\\" | tr -s '[:cntrl:]' ' ' | cut -c 1-200)
shown=${IMAGE##*/}
[[ $shown == *:*@* ]] && shown=${shown%@*} # the tag says enough
cause="$TIER $shown by ${GITHUB_ACTOR:-unknown}, run $GITHUB_RUN_ID${reason:+: $reason}"

CAUSE=$cause awk '
  / # deploy: image$/ { sub(/image: .*/, ""); print $0 "image: " ENVIRON["IMAGE"] " # deploy: image"; next }
  / # deploy: cause$/ { sub(/change-cause: .*/, ""); print $0 "change-cause: \"" ENVIRON["CAUSE"] "\" # deploy: cause"; next }
  { print }
' "$manifest" > "$manifest.new"
mv "$manifest.new" "$manifest"
grep -qF "image: $IMAGE # deploy: image" "$manifest" || {
  echo "::error::$manifest has no line that ends in \"# deploy: image\"; put the mark back behind the container's image."
  exit 1
}

git add "$manifest"
if git diff --cached --quiet; then
  echo "$manifest has this image already"
  exit
fi
git commit --quiet --message "deploy: $TIER to $ENVIRONMENT [skip ci]" --message "$cause"
push_main
echo "commit=$(git rev-parse HEAD)" >> "$GITHUB_OUTPUT"
