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

const RETRY_MS = 15_000;
const ANSWERS_WITHIN_MS = 15 * 60_000;

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
  const proof = await findProof(deps, { record, trail }, signal);
  switch (proof) {
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
        ...proof,
        status: 'running',
      });
  }
}

/** Asks until there is an answer, but not for ever: as long as the record is open it may keep others from redeploying. */
async function findProof(
  deps: ReconcileDeps,
  open: Required<OpenRecord>,
  signal: AbortSignal,
): Promise<RecordChange | 'none' | 'no-answer'> {
  const { clock, logger } = deps;
  const startedAt = clock.now().getTime();
  while (clock.now().getTime() - startedAt <= ANSWERS_WITHIN_MS) {
    try {
      return (await findTrace(deps, open, signal)) ?? 'none';
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(`Reconciling record ${open.record.id} stumbled: ${error}`);
    }
    await clock.sleep(RETRY_MS, signal);
  }
  return 'no-answer';
}

/** What the act left behind, as a change of its record; undefined when there is nothing. */
async function findTrace(
  { clusters, github }: ReconcileDeps,
  { record, trail }: { record: OpenRecord['record']; trail: Trail },
  signal: AbortSignal,
): Promise<RecordChange | undefined> {
  if (trail.type === 'rollout') {
    const deployment = await findDeployment(clusters, record, signal);
    const row = deployment && toDeploymentRow(deployment);
    return row?.uid === trail.uid && row.template === trail.template
      ? {}
      : undefined;
  }
  const { repository, workflow } = trail;
  const workflowRun = await github.findWorkflowRun({
    repository,
    workflow,
    requestId: record.id,
  });
  return workflowRun && { workflowRun };
}
