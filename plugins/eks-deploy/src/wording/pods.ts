import type {
  WorkloadContainer,
  WorkloadPod,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { count } from './count';
import type { Tone } from './tones';

/** The state of a pod in one word. */
export function getPodWording(pod: WorkloadPod): { word: string; tone: Tone } {
  if (pod.terminating) {
    return { word: 'Terminating', tone: 'neutral' };
  }
  if (pod.ready) {
    return { word: 'Ready', tone: 'positive' };
  }
  return pod.phase === 'Failed' || pod.cause
    ? { word: 'Not ready', tone: 'warning' }
    : { word: pod.phase, tone: 'announcement' };
}

/** What a container does: `app: CrashLoopBackOff, 3 restarts`. */
export function getContainerSentence(container: WorkloadContainer): string {
  const { name, state, reason, restarts } = container;
  const doing = reason ?? state;
  return `${name}: ${doing}${
    restarts > 0 ? `, ${count(restarts, 'restart')}` : ''
  }`;
}
