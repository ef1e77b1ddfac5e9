import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { readDeployment, readReplicaSets } from '../workloads';
import type { DeployTarget } from '../targets';
import { getRevisions } from './getRevisions';
import { toDeploymentRow, toReplicaSetRow } from './rows';

/** The Revisions of a Workload, read live: what is chosen from them is acted on. */
export async function listRevisions(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<Revision[]> {
  const [deployment, replicaSets] = await Promise.all([
    readDeployment(clusters, target, workload),
    readReplicaSets(clusters, target),
  ]);
  return getRevisions(
    toDeploymentRow(deployment),
    replicaSets.map(toReplicaSetRow),
  );
}
