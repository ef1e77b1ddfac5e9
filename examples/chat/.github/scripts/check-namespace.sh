#!/usr/bin/env bash
# Makes sure that the namespace is there. The deploy role may not create one on a real cluster: then the error says who can.
# Reads ENVIRONMENT, KUBE_NAMESPACE.
set -euo pipefail

namespace_exists() { kubectl get namespace "$KUBE_NAMESPACE" > /dev/null; }
manifest="deploy/$ENVIRONMENT/namespace.yaml"

# Looked up again at the end: the other tier's first deployment may have been faster.
namespace_exists || kubectl apply --filename "$manifest" || namespace_exists || {
  echo "::error::namespace $KUBE_NAMESPACE is missing; ask a cluster administrator to run: kubectl apply --filename $manifest"
  exit 1
}
