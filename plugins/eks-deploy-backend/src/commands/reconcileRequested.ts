import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterClient,
  GithubClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type {
  OpenRecord,
  RecordChange,
  RecordOutcome,
  RecordStore,
  Trail,
} from '../records';
import { toDeploymentRow } from '../rollouts/rows';
import type { Clock } from './Clock';
import { findDeployment } from './followRollout';

const LOOK_EVERY_MS = 10_000;
const ANSWERS_WITHIN_MS = 15 * 60_000;
/** Longer than any command takes from its record until its write was made or never will be. */
export const REQUEST_ENDS_WITHIN_MS = 120_000;

interface ReconcileDeps {
  records: RecordStore;
  clusters: ClusterClient;
  github: GithubClient;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Finds out what became of a command whose answer never came.
 *
 * @returns the record if the act was done and can be followed; otherwise the record has got its end.
 */
export async function reconcileRequested(
  deps: ReconcileDeps,
  { record, trail }: OpenRecord,
  signal: AbortSignal,
): Promise<OpenRecord | undefined> {
  const { records, clock } = deps;
  const end = async (outcome: RecordOutcome) => {
    const endedAt = clock.now().toISOString();
    await records.transition(record.id, 'requested', { ...outcome, endedAt });
    return undefined;
  };
  if (!trail) {
    return end({
      status: 'failed',
      message: 'The portal stopped before anything was changed.',
    });
  }
  const trace = await awaitTrace(deps, { record, trail }, signal);
  switch (trace) {
    case 'unchanged':
      return end({
        status: 'failed',
        message: 'The change was not made: the Workload is as it was before.',
      });
    case 'none':
      return end({
        status: 'unknown',
        message: "The change's answer got lost, and no trace of it was found.",
      });
    case 'no-answer':
      return end({
        status: 'unknown',
        message:
          "The change's answer got lost, and what became of it could not be read since.",
      });
    default:
      return records.transition(record.id, 'requested', {
        ...trace,
        status: 'running',
        message: 'The answer got lost, but the change was made.',
      });
  }
}

/** What was found of a change, or why nothing was. */
type Trace = RecordChange | 'unchanged' | 'none' | 'no-answer';

/**
 * Looks until the change is found, or could no longer be made.
 *
 * Where nobody answers it gives up in the end: as long as the record is open it may keep others from redeploying.
 */
async function awaitTrace(
  deps: ReconcileDeps,
  open: Required<OpenRecord>,
  signal: AbortSignal,
): Promise<Trace> {
  const { clock, logger } = deps;
  const requestedAt = Date.parse(open.record.requestedAt);
  const startedAt = clock.now().getTime();
  for (;;) {
    let trace: Trace = 'no-answer';
    try {
      trace = await findTrace(deps, open, signal);
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(`Reconciling record ${open.record.id} stumbled: ${error}`);
    }
    const now = clock.now().getTime();
    const givesUpAt =
      trace === 'no-answer'
        ? startedAt + ANSWERS_WITHIN_MS
        : requestedAt + REQUEST_ENDS_WITHIN_MS;
    if (typeof trace === 'object' || now > givesUpAt) {
      return trace;
    }
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

async function findTrace(
  { clusters, github }: ReconcileDeps,
  { record, trail }: { record: OpenRecord['record']; trail: Trail },
  signal: AbortSignal,
): Promise<Trace> {
  if (trail.type === 'rollout') {
    const deployment = await findDeployment(clusters, record, signal);
    const row = deployment && toDeploymentRow(deployment);
    if (row?.uid !== trail.uid) {
      return 'none';
    }
    if (row.template === trail.template) {
      return {};
    }
    return row.generation === trail.fromGeneration ? 'unchanged' : 'none';
  }
  const { repository, workflow } = trail;
  const workflowRun = await github.findWorkflowRun({
    repository,
    workflow,
    requestId: record.id,
  });
  return workflowRun ? { workflowRun } : 'none';
}
