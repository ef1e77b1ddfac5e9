#!/usr/bin/env bash
# Fails before anything changes when the inputs name no tier, no environment or no image of ours.
# Reads TIER, ENVIRONMENT, IMAGE, and the repository's ECR_REGISTRY and SERVICE.
set -euo pipefail

# The inputs are anybody's text: escaped, a line of theirs can't be read as a workflow command.
fail() {
  local message=${1//'%'/%25}
  message=${message//$'\r'/%0D}
  echo "::error::${message//$'\n'/%0A}"
  exit 1
}

[[ $TIER == backend || $TIER == frontend ]] ||
  fail "tier: \"$TIER\" is neither backend nor frontend."
manifest="deploy/$ENVIRONMENT/$TIER/deployment.yaml"
[[ $ENVIRONMENT =~ ^[a-z0-9-]+$ && -f $manifest ]] ||
  fail "environment: there is no $manifest in this repository; use one of the folders under deploy/."

# registry/repository, then :tag, @digest or both
pattern='^([0-9]{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?/([a-z0-9._/-]+)(:([A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(@(sha256:[0-9a-f]{64}))?$'
[[ $IMAGE =~ $pattern ]] ||
  fail "image: \"$IMAGE\" is not a full ECR reference such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/name:tag@sha256:…"
account=${BASH_REMATCH[1]} region=${BASH_REMATCH[2]} repository=${BASH_REMATCH[4]} tag=${BASH_REMATCH[6]} digest=${BASH_REMATCH[8]}
own="$ECR_REGISTRY/$SERVICE-$TIER"
[[ ${IMAGE%%[:@]*} == "$own" ]] ||
  fail "image: \"$IMAGE\" is not from this service's $TIER repository; deploy one from $own."

if [[ -n $digest ]]; then
  id="imageDigest=$digest"
elif [[ -n $tag ]]; then
  id="imageTag=$tag"
else
  fail "image: \"$IMAGE\" has neither a tag nor a digest."
fi
# The images' own account and region, which need not be the cluster's.
aws ecr describe-images --registry-id "$account" --region "$region" --repository-name "$repository" --image-ids "$id" > /dev/null ||
  fail "image: $IMAGE is not in ECR; deploy one that the $TIER workflow has pushed."
