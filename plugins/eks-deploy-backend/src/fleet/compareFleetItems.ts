import type {
  FleetItem,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** From what someone has to look at to what can be left alone. */
const RANK = {
  failed: 0,
  aborted: 1,
  degraded: 2,
  progressing: 3,
  pending: 4,
  paused: 5,
  stopped: 6,
  complete: 7,
} satisfies Record<RolloutPhase, number>;

/** Orders Rollouts by trouble, then by name; within a phase those that something holds up come first. */
export function compareFleetItems(a: FleetItem, b: FleetItem): number {
  return (
    rank(a) - rank(b) ||
    a.entityRef.localeCompare(b.entityRef) ||
    a.environment.localeCompare(b.environment) ||
    a.rollout.workload.localeCompare(b.rollout.workload)
  );
}

function rank({ rollout: { status } }: FleetItem): number {
  return RANK[status.phase] * 2 + (status.cause ? 0 : 1);
}
