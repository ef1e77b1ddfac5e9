#!/usr/bin/env bash
# Applies the tier's manifests and waits for the rollout; when it fails, undoes it on the cluster and in git.
# Reads TIER, ENVIRONMENT, KUBE_NAMESPACE, COMMIT (the manifest's commit, if this run made one) and what git-push.sh needs.
set -euo pipefail
# shellcheck source=.github/scripts/git-push.sh
source "$(dirname "$0")/git-push.sh"

manifests="deploy/$ENVIRONMENT/$TIER"
deployment=$(kubectl get --namespace "$KUBE_NAMESPACE" --output name --ignore-not-found \
  --filename "$manifests/deployment.yaml")
# A folder is applied by the names of its files, the Deployment among the first: so what its pods need, and are held to, is named before it.
kubectl apply --filename "$manifests/serviceaccount.yaml" --filename "$manifests/configmap.yaml" --filename "$manifests/networkpolicy.yaml" \
  --filename "$manifests"
name=$(kubectl get --filename "$manifests/deployment.yaml" --output name)

if kubectl rollout status --namespace "$KUBE_NAMESPACE" "$name" --timeout=10m; then
  exit
fi

if [[ -z $deployment ]]; then
  echo "::error::the first rollout of $name failed: there is nothing to go back to. kubectl describe and the Deploy tab say why."
  exit 1
fi
echo "::error::the rollout of $name failed; going back to the revision before it"
kubectl rollout undo --namespace "$KUBE_NAMESPACE" "$name"
kubectl rollout status --namespace "$KUBE_NAMESPACE" "$name" --timeout=5m ||
  echo '::error::the revision before it does not come up either'
# No commit: the manifest had the image already and only the cluster differed.
if [[ -n ${COMMIT:-} ]]; then
  git revert --no-commit "$COMMIT"
  git commit --quiet --message "revert: $TIER to $ENVIRONMENT [skip ci]" --message "The rollout failed in run $GITHUB_RUN_ID."
  push_main
fi
exit 1
