import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** What kind of Workload it is, where it isn't the usual one. */
export function getKindWord(kind: Rollout['kind']): string | undefined {
  switch (kind) {
    case 'Deployment':
      return undefined;
    case 'ArgoRollout':
      return 'Argo Rollout';
    default:
      return kind;
  }
}

/** Whether the pod templates of a kind are numbered and kept. */
export function hasRevisions(kind: Rollout['kind']): boolean {
  return kind === 'Deployment' || kind === 'ArgoRollout';
}
