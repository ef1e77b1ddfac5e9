import type { DeploymentRow, ReplicaSetRow } from './rows';

/** Why a paused Deployment can't be restarted, rolled back or redeployed; undefined when it isn't paused. */
export function getPauseRefusal({
  name,
  paused,
}: DeploymentRow): string | undefined {
  return paused
    ? `${name} is paused; resume it first with 'kubectl rollout resume deployment/${name}'`
    : undefined;
}

/** Why a Deployment without pods can't be restarted; undefined when it has, or is to have, some. */
export function getRestartRefusal(
  deployment: DeploymentRow,
): string | undefined {
  return deployment.desired === 0
    ? `${deployment.name} is scaled to 0, so there is no pod to replace; scale it up first`
    : undefined;
}

/** Why an Argo Rollout can't be commanded from the portal. */
export function getArgoRefusal({ name }: { name: string }): string {
  return `${name} is an Argo Rollout, which the portal only shows; go back with 'kubectl argo rollouts undo ${name}'`;
}

/** Why a Deployment without a history can't be rolled back; undefined when it keeps one. */
export function getHistoryRefusal({
  name,
  historyLimit,
}: DeploymentRow): string | undefined {
  return historyLimit === 0
    ? `${name} keeps no earlier revision; set its spec.revisionHistoryLimit to 1 or more, or redeploy an earlier image`
    : undefined;
}

/** Why a Deployment can't go back to a Revision, as `kubectl rollout undo` has it; undefined when it can. */
export function getRollbackRefusal(
  deployment: DeploymentRow,
  { revision, template }: ReplicaSetRow,
): string | undefined {
  const sameTemplate =
    template === deployment.template
      ? `There is nothing to roll back: ${deployment.name} already has the template of revision ${revision}`
      : undefined;
  return (
    getPauseRefusal(deployment) ?? getHistoryRefusal(deployment) ?? sameTemplate
  );
}
