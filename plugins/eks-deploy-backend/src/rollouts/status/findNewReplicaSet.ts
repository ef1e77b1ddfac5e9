import type { DeploymentRow, ReplicaSetRow } from '../rows';

/** The ReplicaSet of a Deployment's own template; among twins the oldest, as the controller has it. */
export function findNewReplicaSet(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
): ReplicaSetRow | undefined {
  const controlled = replicaSets.filter(
    ({ controller }) => controller === deployment.uid,
  );
  const twins = controlled
    .filter(({ template }) => template === deployment.template)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  return (
    twins[0] ??
    controlled.find(
      ({ revision }) => revision > 0 && revision === deployment.revision,
    )
  );
}
