#!/usr/bin/env bash
# Builds the tier's image, pushes it and outputs its reference with the digest that the registry gave it.
# Takes the tier; reads AWS_REGION, ECR_REGISTRY, ECR_REPOSITORY, TAG.
set -euo pipefail

tier=$1
image="$ECR_REGISTRY/$ECR_REPOSITORY:$TAG"

docker build --tag "$image" "$tier"
docker push "$image"
digest=$(aws ecr describe-images --region "$AWS_REGION" --repository-name "$ECR_REPOSITORY" \
  --image-ids "imageTag=$TAG" --query 'imageDetails[0].imageDigest' --output text)
echo "reference=$image@$digest" >> "$GITHUB_OUTPUT"
