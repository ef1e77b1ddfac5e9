import type {
  RolloutStatus,
  RolloutWaitingKind,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { DateTime } from 'luxon';
import { getRoughDuration } from '../time';
import { count } from './count';

const waitingPhrases: Record<RolloutWaitingKind, (pods?: string) => string> = {
  controller: () => 'the cluster to act on it',
  'pod-creation': (pods = 'pods') => `${pods} to be created`,
  scheduling: pods => `a node${forPods(pods)}`,
  'image-pull': pods => `the image${ofPods(pods)}`,
  'container-start': pods => `the containers${ofPods(pods)} to start`,
  'init-containers': pods => `the init containers${ofPods(pods)}`,
  startup: pods => `the startup probe${ofPods(pods)}`,
  readiness: pods => `the readiness probe${ofPods(pods)}`,
  'readiness-gate': pods => `the readiness gate${ofPods(pods)}`,
  'min-ready-seconds': (pods = 'pods') => `${pods} to stay ready`,
  availability: (pods = 'pods') => `${pods} to be available`,
  'old-pods-ending': (pods = 'pods') => `${pods} of earlier Revisions to end`,
  promotion: () => 'its promotion',
};

/**
 * What a Rollout waits for and for how long, how long each pod has to stay ready, and when the deadline ends:
 * `Waiting for the readiness probe of 1 pod for 12 s`, `deadline 14:05 (in 4 min)`.
 */
export function getWaitingParts(status: RolloutStatus, now: number): string[] {
  const { waitingFor, minReadySeconds = 0, deadlineAt } = status;
  if (!waitingFor) {
    return [];
  }
  const { kind, since, pods } = waitingFor;
  const phrase = waitingPhrases[kind](
    pods === undefined ? undefined : count(pods, 'pod'),
  );
  return [
    `Waiting for ${phrase}${
      since ? ` for ${getRoughDuration(now - Date.parse(since))}` : ''
    }`,
    ...(minReadySeconds > 0
      ? [`each pod must stay ready for ${minReadySeconds} s`]
      : []),
    ...(deadlineAt ? [getDeadline(deadlineAt, now)] : []),
  ];
}

function getDeadline(deadlineAt: string, now: number): string {
  const left = Date.parse(deadlineAt) - now;
  const time = DateTime.fromISO(deadlineAt).toLocaleString(
    DateTime.TIME_24_SIMPLE,
  );
  return left > 0
    ? `deadline ${time} (in ${getRoughDuration(left)})`
    : `deadline ${time} has passed`;
}

function ofPods(pods: string | undefined): string {
  return pods ? ` of ${pods}` : '';
}

function forPods(pods: string | undefined): string {
  return pods ? ` for ${pods}` : '';
}
