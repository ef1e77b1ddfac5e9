import { getRoughDuration } from '../time';
import type { RolloutPace } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** When a Rollout ends at its own pace, as a sentence; how late it is once that time has passed. */
export function getPaceSentence(
  { secondsPerPod, expectedAt }: RolloutPace,
  now: number,
): string {
  const left = Math.round((Date.parse(expectedAt) - now) / 1000);
  const pace = `a pod every ${toWords(Math.round(secondsPerPod))}`;
  return left > 0
    ? `About ${toWords(left)} left, at ${pace} so far.`
    : `Slower than before: it was ${pace}.`;
}

function toWords(seconds: number): string {
  return getRoughDuration(Math.max(1, seconds) * 1_000);
}
