import type {
  ClusterClient,
  GithubClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type {
  OpenRecord,
  RecordChange,
  RecordStore,
  RolloutTrail,
  WorkflowRunTrail,
} from '../records';
import { toDeploymentRow } from '../rollouts/rows';
import type { Clock } from './Clock';
import { findDeployment } from './followRollout';

interface ReconcileDeps {
  records: RecordStore;
  clusters: ClusterClient;
  github: GithubClient;
  clock: Clock;
}

/**
 * Finds out what became of a command whose answer never came.
 *
 * @returns the record if the act was done and can be followed; otherwise the record has got its end.
 */
export async function reconcileRequested(
  deps: ReconcileDeps,
  open: OpenRecord,
  signal: AbortSignal,
): Promise<OpenRecord | undefined> {
  const { records, clock } = deps;
  const { id } = open.record;
  const endedAt = clock.now().toISOString();
  if (!open.trail) {
    await records.transition(id, 'requested', {
      status: 'failed',
      endedAt,
      message: 'The portal stopped before anything was changed.',
    });
    return undefined;
  }
  const proof =
    open.trail.type === 'rollout'
      ? await findRollout(deps, open, open.trail, signal)
      : await findRun(deps, open, open.trail);
  if (proof) {
    return records.transition(id, 'requested', { ...proof, status: 'running' });
  }
  await records.transition(id, 'requested', {
    status: 'unknown',
    endedAt,
    message: "The change's answer got lost, and no trace of it was found.",
  });
  return undefined;
}

async function findRollout(
  { clusters }: ReconcileDeps,
  { record }: OpenRecord,
  trail: RolloutTrail,
  signal: AbortSignal,
): Promise<RecordChange | undefined> {
  const deployment = await findDeployment(clusters, record, signal);
  const row = deployment && toDeploymentRow(deployment);
  return row?.uid === trail.uid && row.template === trail.template
    ? {}
    : undefined;
}

async function findRun(
  { github }: ReconcileDeps,
  { record }: OpenRecord,
  { repository, workflow }: WorkflowRunTrail,
): Promise<RecordChange | undefined> {
  const workflowRun = await github.findWorkflowRun({
    repository,
    workflow,
    requestId: record.id,
  });
  return workflowRun && { workflowRun };
}
