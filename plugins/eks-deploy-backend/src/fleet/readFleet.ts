import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  rolloutReadPermission,
  type EnvironmentRollouts,
  type FleetItem,
  type FleetPage,
  type RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { TargetAuthorizer } from '../permissions';
import type { RolloutReader } from '../rollouts';
import type { DeployTarget, RefusedTarget, TargetResolver } from '../targets';
import { compareFleetItems } from './compareFleetItems';
import { mapLimited } from './mapLimited';

const DEFAULT_LIMIT = 50;
/** Namespaces that begin to be watched at once. */
const READS_AT_ONCE = 16;
/** A cluster that is down must not hold up a page of others. */
const PATIENCE_MS = 2_000;

/** What is asked for of the fleet. */
export interface FleetQuery {
  phase?: RolloutPhase[];
  environment?: string;
  owner?: string;
  heldUp?: boolean;
  text?: string;
  limit?: number;
  cursor?: string;
}

/** The Rollouts of a page of components, of the targets that the caller may see; troubled ones first. */
export async function readFleet(
  deps: {
    targets: TargetResolver;
    authorizer: TargetAuthorizer;
    reader: RolloutReader;
  },
  query: FleetQuery,
  options: { credentials: BackstageCredentials },
): Promise<FleetPage> {
  const { components, nextCursor } = await deps.targets.listComponents(
    {
      owner: query.owner,
      cursor: query.cursor,
      limit: query.limit ?? DEFAULT_LIMIT,
    },
    options,
  );
  const targets = components
    .flat()
    .filter(
      ({ environment }) =>
        query.environment === undefined || environment === query.environment,
    );
  const found = await keepReadable(deps.authorizer, targets, options);
  const readable = found.flatMap(target => (isRefused(target) ? [] : target));
  const read = await mapLimited(readable, READS_AT_ONCE, async target => ({
    target,
    rollouts: await deps.reader.read(target, { patienceMs: PATIENCE_MS }),
  }));
  return {
    items: read
      .flatMap(({ target, rollouts }) => toItems(target, rollouts))
      .filter(item => matches(item, query))
      .sort(compareFleetItems),
    problems: [
      ...found.filter(isRefused).map(({ entityRef, environment, problem }) => ({
        entityRef,
        environment,
        state: 'refused' as const,
        problem: { message: problem.message, remedy: problem.remedy },
      })),
      ...read
        .filter(({ rollouts }) => rollouts.state !== 'live')
        .map(({ target, rollouts }) => ({
          entityRef: target.entityRef,
          environment: target.environment,
          state: rollouts.state,
          problem: rollouts.problem,
        })),
    ],
    components: components.length,
    nextCursor,
  };
}

function isRefused(
  target: DeployTarget | RefusedTarget,
): target is RefusedTarget {
  return 'problem' in target;
}

/** Of what the caller may not see nothing is shown, not even that it is there. */
async function keepReadable(
  authorizer: TargetAuthorizer,
  targets: Array<DeployTarget | RefusedTarget>,
  options: { credentials: BackstageCredentials },
): Promise<Array<DeployTarget | RefusedTarget>> {
  const refusals = await authorizer.findRefusals(
    rolloutReadPermission,
    targets,
    options,
  );
  return targets.filter((_, index) => !refusals[index]);
}

function toItems(
  target: DeployTarget,
  { cluster, state, observedAt, rollouts }: EnvironmentRollouts,
): FleetItem[] {
  const { entityRef, owner, environment } = target;
  return rollouts.map(rollout => ({
    entityRef,
    owner,
    environment,
    cluster,
    state,
    observedAt,
    rollout,
  }));
}

function matches(
  { entityRef, rollout }: FleetItem,
  { phase, heldUp, text }: FleetQuery,
): boolean {
  const { status, workload } = rollout;
  const wanted = text?.toLowerCase() ?? '';
  return (
    (phase === undefined || phase.includes(status.phase)) &&
    (heldUp === undefined || heldUp === (status.cause !== undefined)) &&
    [entityRef, workload].some(name => name.toLowerCase().includes(wanted))
  );
}
