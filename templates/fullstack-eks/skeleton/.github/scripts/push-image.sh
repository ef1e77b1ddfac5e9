#!/usr/bin/env bash
# Pushes an image and outputs its reference with the digest that the registry gave it, and both parts alone.
# Reads IMAGE (registry/repository:tag), AWS_REGION.
set -euo pipefail

docker push "$IMAGE"
repository=${IMAGE%:*}
digest=$(aws ecr describe-images --region "$AWS_REGION" --repository-name "${repository#*/}" \
  --image-ids "imageTag=${IMAGE##*:}" --query 'imageDetails[0].imageDigest' --output text)
{
  echo "reference=$IMAGE@$digest"
  echo "repository=$repository"
  echo "digest=$digest"
} >> "$GITHUB_OUTPUT"
