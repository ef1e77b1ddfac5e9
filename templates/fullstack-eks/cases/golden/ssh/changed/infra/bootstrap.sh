#!/usr/bin/env bash
# Creates, or brings up to date, what one environment needs before its first deployment. infra/README.md says what and why.
# Usage: infra/bootstrap.sh ENVIRONMENT, signed in to AWS and the cluster as an administrator and to GitHub as one who may read the repository.
set -euo pipefail
cd "$(dirname "$0")/.."

environment=${1:?"usage: infra/bootstrap.sh ENVIRONMENT, one of the folders under deploy/"}
# shellcheck disable=SC1090 # one file for each environment
source "infra/$environment/parameters.env" && : "${ENVIRONMENT:?}" "${REGION:?}"

fail() {
  echo "$1" >&2
  exit 1
}
stack() { # STACK REGION TEMPLATE PARAMETER=VALUE…
  local name=$1 region=$2 template=$3
  shift 3
  echo "stack $name in $region"
  aws cloudformation deploy --region "$region" --stack-name "$name" --template-file "$template" \
    --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset --parameter-overrides "$@"
}
output() { # STACK REGION OUTPUT
  aws cloudformation describe-stacks --region "$2" --stack-name "$1" \
    --query "Stacks[0].Outputs[?OutputKey=='$3'].OutputValue" --output text
}

# A repository created since July 2026 is named with its numeric ids in GitHub's tokens.
subject=$(gh repo view --json nameWithOwner --jq .nameWithOwner |
  xargs -I{} gh api repos/{} --jq '"repo:\(.owner.login)@\(.owner.id)/\(.name)@\(.id)"')
account=$(aws sts get-caller-identity --query Account --output text)
image_account=${IMAGE_REGISTRY%%.*}
image_region=$(cut -d. -f4 <<< "$IMAGE_REGISTRY")
provider=$(aws iam list-open-id-connect-providers --output text \
  --query "OpenIDConnectProviderList[?ends_with(Arn, 'oidc-provider/token.actions.githubusercontent.com')].Arn")

if [[ $account == "$image_account" ]]; then
  # Created by this very stack, the provider has to stay in it: an empty parameter says so.
  created=$(aws cloudformation describe-stack-resource --region "$image_region" --stack-name "$SERVICE-images" \
    --logical-resource-id GitHubOidcProvider --query StackResourceDetail.PhysicalResourceId --output text 2> /dev/null || true)
  [[ -n $created ]] && given='' || given=$provider
  stack "$SERVICE-images" "$image_region" infra/images.yaml \
    "Service=$SERVICE" "GitHubSubject=$subject" "GitHubOidcProviderArn=$given"
  provider=$(output "$SERVICE-images" "$image_region" GitHubOidcProviderArn)
fi
[[ -n $provider ]] || fail "account $account has no OIDC provider for GitHub: create one, or bootstrap the environment of account $image_account first."

stack "$SERVICE-access-$ENVIRONMENT" "$REGION" infra/access.yaml \
  "Service=$SERVICE" "Environment=$ENVIRONMENT" "GitHubSubject=$subject" \
  "GitHubOidcProviderArn=$provider" "ImageAccount=$image_account" "ImageRegion=$image_region"

stack "$SERVICE-pods-$ENVIRONMENT" "$REGION" infra/pods.yaml \
  "Service=$SERVICE" "Environment=$ENVIRONMENT" "Cluster=$CLUSTER" "Namespace=$NAMESPACE" "Bucket=$BUCKET"

zone=$(aws route53 list-hosted-zones-by-name --dns-name "${HOSTED_ZONE:-$FRONTEND_HOST}" --max-items 1 \
  --query "HostedZones[?Name=='${HOSTED_ZONE:-$FRONTEND_HOST}.'].Id" --output text)
[[ -n $zone ]] || fail "Route 53 has no zone ${HOSTED_ZONE:-$FRONTEND_HOST}: name the zone of both hosts as HOSTED_ZONE in infra/$environment/parameters.env."
if [[ -n $STANDBY_HOST ]]; then
  : "${STANDBY_ZONE_ID:?"set STANDBY_ZONE_ID to the zone by which an alias names $STANDBY_HOST (a load balancer's CanonicalHostedZoneId)"}"
fi
stack "$SERVICE-dns-$ENVIRONMENT" "$REGION" infra/dns.yaml \
  "Service=$SERVICE" "Environment=$ENVIRONMENT" "HostedZoneId=${zone#/hostedzone/}" "FrontendHost=$FRONTEND_HOST" "BackendHost=$BACKEND_HOST" \
  "CertificateArn=$CERTIFICATE_ARN" "StandbyHost=$STANDBY_HOST" "StandbyZoneId=${STANDBY_ZONE_ID:-}"
if [[ -n $STANDBY_HOST ]]; then
  for tier in Frontend Backend; do
    manifest=deploy/$ENVIRONMENT/${tier,}/ingress.yaml
    id=$(output "$SERVICE-dns-$ENVIRONMENT" "$REGION" "${tier}HealthCheckId")
    sed -i.before -E "s|^( *)(# )?([^ ]+/aws-health-check-id:).*|\1\3 $id|" "$manifest"
    cmp --silent "$manifest" "$manifest.before" || echo "$manifest has the id of its health check now: commit it, and deploy the tier."
    rm "$manifest.before"
  done
fi

kubectl apply --filename "deploy/$ENVIRONMENT/namespace.yaml"
kubectl apply --filename "deploy/$ENVIRONMENT/platform"
for variable in ATTEST_IMAGES CODE_SCANNING; do
  gh variable get "$variable" > /dev/null 2>&1 || echo "$variable is not set, so what it switches on is off: README.md says when to set it."
done
