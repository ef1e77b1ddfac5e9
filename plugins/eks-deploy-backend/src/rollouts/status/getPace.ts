import type { RolloutPace } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { PodRow } from '../rows';

/** One pod could be quick or slow; two begin to tell. */
const FEWEST_PODS = 2;

/**
 * How fast a Rollout has been so far, and when its last pod is ready if it goes on like that.
 *
 * @param pods - Those of the new Revision.
 * @param desired - How many of them there will be.
 * @returns undefined when too few are ready to tell, or all are.
 */
export function getPace(
  pods: PodRow[],
  desired: number,
): RolloutPace | undefined {
  const staying = pods.filter(({ terminating }) => !terminating);
  const readyAt = staying
    .flatMap(({ conditions }) => conditions)
    .filter(({ type, status }) => type === 'Ready' && status === 'True')
    .map(({ since }) => Date.parse(since ?? ''))
    .filter(Number.isFinite);
  const begunAt = Math.min(
    ...staying.map(({ createdAt }) => Date.parse(createdAt)),
  );
  const lastAt = Math.max(...readyAt);
  const left = desired - readyAt.length;
  if (readyAt.length < FEWEST_PODS || left <= 0 || !(lastAt > begunAt)) {
    return undefined;
  }
  const msPerPod = (lastAt - begunAt) / readyAt.length;
  return {
    secondsPerPod: Math.round(msPerPod / 100) / 10,
    expectedAt: new Date(lastAt + left * msPerPod).toISOString(),
  };
}
