import type {
  ClusterClient,
  JsonPatch,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { applyPatch } from 'rfc6902';
import type { RolloutTrail } from '../records';
import { toDeploymentRow } from '../rollouts/rows';
import type { DeployTarget } from '../targets';
import type { PlannedAct } from './actOnRecord';
import { type DeploymentObject, toDeploymentRequest } from '../workloads';

/** One patch of a Deployment as an act that can be recognised afterwards. */
export function planPatch(
  clusters: ClusterClient,
  target: DeployTarget,
  deployment: DeploymentObject,
  patch: JsonPatch,
): PlannedAct {
  const { name = '', uid = '' } = deployment.metadata ?? {};
  const toTrail = (changed: DeploymentObject): RolloutTrail => ({
    type: 'rollout',
    uid,
    template: toDeploymentRow(changed).template,
  });
  const fromGeneration = deployment.metadata?.generation;
  const expected = structuredClone(deployment);
  applyPatch(expected, patch);
  return {
    trail: { ...toTrail(expected), fromGeneration },
    write: async () => {
      const changed = await clusters.patch<DeploymentObject>({
        ...toDeploymentRequest(target, name),
        patch,
      });
      return { trail: { ...toTrail(changed), written: true } };
    },
  };
}
