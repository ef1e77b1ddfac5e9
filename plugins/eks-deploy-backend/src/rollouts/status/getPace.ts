import type { RolloutPace } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { PodRow } from '../rows';

/** One pod could be quick or slow; two begin to tell. */
const FEWEST_PODS = 2;
/** Kubernetes keeps whole seconds. */
const TOGETHER_MS = 2_000;

/**
 * How fast a Rollout has been so far, and when its last pod is available if it goes on like that.
 *
 * @param pods - Those of the new Revision.
 * @param deployment - How many of them there will be, and how long each has to be ready until it counts as available
 *   and the next one is made.
 * @returns undefined when all are available, or all that are became so together: then no pace shows yet.
 */
export function getPace(
  pods: PodRow[],
  { desired, minReadySeconds }: { desired: number; minReadySeconds: number },
  now: Date,
): RolloutPace | undefined {
  const staying = pods.filter(({ terminating }) => !terminating);
  // A pod that is ready tells already when it will be available.
  const availableAt = staying
    .flatMap(({ conditions }) => conditions)
    .filter(({ type, status }) => type === 'Ready' && status === 'True')
    .map(({ since }) => Date.parse(since ?? '') + minReadySeconds * 1_000)
    .filter(Number.isFinite);
  const begunAt = Math.min(
    ...staying.map(({ createdAt }) => Date.parse(createdAt)),
  );
  const lastAt = Math.max(...availableAt);
  // Pods that become available together have no pace one after another.
  const together = lastAt - Math.min(...availableAt) < TOGETHER_MS;
  const left = Math.max(0, desired - availableAt.length);
  const done = left === 0 && lastAt <= now.getTime();
  if (
    availableAt.length < FEWEST_PODS ||
    done ||
    together ||
    !(lastAt > begunAt)
  ) {
    return undefined;
  }
  const msPerPod = (lastAt - begunAt) / availableAt.length;
  return {
    secondsPerPod: Math.round(msPerPod / 100) / 10,
    expectedAt: new Date(lastAt + left * msPerPod).toISOString(),
  };
}
