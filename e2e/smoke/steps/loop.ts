import type {
  DeploymentRecord,
  Rollout,
  RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Portal } from '@eks-deploy/scripts';
import { expectEqual } from '../expectEqual';
import type { PortalApi } from '../portalApi';
import type { RolloutViewer } from '../rolloutStream';

/** What the steps hand on to one another. */
export interface Loop {
  portal: Portal;
  api: PortalApi;
  viewer?: RolloutViewer;
}

export interface Step {
  name: string;
  /** Does the step and tells in a few words what came of it; throws at the first thing that isn't so. */
  run(loop: Loop): Promise<string>;
}

export const service = 'parcels';
export const workload = `${service}-backend`;
export const entity = {
  kind: 'component',
  namespace: 'default',
  name: service,
};
export const environment = 'staging';
/** Path parameters of the service's backend in staging. */
export const path = { ...entity, environment, workload };

export function rolloutsOf(snapshot: RolloutSnapshot): Rollout[] {
  return (
    snapshot.environments.find(found => found.environment === environment)
      ?.rollouts ?? []
  );
}

export function liveRollout({ viewer }: Loop): Promise<Rollout> {
  return viewer!.until(`${workload} in staging`, snapshot =>
    rolloutsOf(snapshot).find(rollout => rollout.workload === workload),
  );
}

/** Follows a command's record to its end as a viewer sees it. */
export async function endOf(
  { viewer }: Loop,
  accepted: DeploymentRecord | undefined,
  timeoutMs?: number,
): Promise<DeploymentRecord> {
  const record = await viewer!.until(
    `the end of the ${accepted?.command}`,
    ({ records }) =>
      records.find(({ id, endedAt }) => id === accepted?.id && endedAt),
    timeoutMs,
  );
  expectEqual(record.status, 'succeeded', record.message);
  return record;
}
