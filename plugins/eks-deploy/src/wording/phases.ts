import type {
  RolloutPhase,
  RolloutStatus,
  RolloutStep,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { count } from './count';
import { getPodGroups } from './podGroups';
import type { Tone } from './tones';

export interface PhaseWording {
  word: string;
  tone: Tone;
}

export const phaseWordings: Record<RolloutPhase, PhaseWording> = {
  pending: { word: 'Pending', tone: 'announcement' },
  progressing: { word: 'Progressing', tone: 'announcement' },
  complete: { word: 'Complete', tone: 'positive' },
  paused: { word: 'Paused', tone: 'neutral' },
  stopped: { word: 'Stopped', tone: 'neutral' },
  failed: { word: 'Failed', tone: 'negative' },
  aborted: { word: 'Aborted', tone: 'negative' },
  degraded: { word: 'Degraded', tone: 'warning' },
};

/** A phase in one word; a Rollout that something holds up warns although it may still get there. */
export function getPhaseWording({ phase, cause }: RolloutStatus): PhaseWording {
  return cause && (phase === 'progressing' || phase === 'pending')
    ? { word: 'Held up', tone: 'warning' }
    : phaseWordings[phase];
}

const stepSentences: Record<
  RolloutStep,
  (counts: RolloutStatus['counts']) => string
> = {
  creating: ({ updated, desired }) =>
    `${updated} of ${count(desired, 'new pod')} created so far.`,
  terminating: ({ total, updated }) =>
    `All new pods are created; ${count(
      total - updated,
      'old pod',
    )} still going away.`,
  'awaiting-availability': counts =>
    `${getPodGroups(counts).available} of ${count(
      counts.updated,
      'new pod',
    )} available so far.`,
  promoting: ({ desired }) =>
    `All ${count(
      desired,
      'new pod',
    )} are available; the new Revision is not promoted yet.`,
};

/** Where a Rollout stands, as a sentence. */
export function getStatusSentence(status: RolloutStatus): string {
  const { phase, step, counts } = status;
  switch (phase) {
    case 'pending':
      return 'The cluster has not taken up the newest spec yet.';
    case 'progressing':
      return step
        ? stepSentences[step](counts)
        : `${counts.updated} of ${count(counts.desired, 'pod')} updated.`;
    case 'complete':
      return counts.desired === 1
        ? 'The pod is updated and available.'
        : `All ${counts.desired} pods are updated and available.`;
    case 'paused':
      return isMidway(status)
        ? 'Paused on its way: old and new pods run side by side.'
        : 'Paused: changes to it wait until it is resumed.';
    case 'stopped':
      return 'Scaled to 0: nothing runs.';
    case 'failed':
      return `${getAvailability(status)}; ${
        status.cause?.kind === 'invalid-spec'
          ? 'the spec is not valid, so nothing is rolled out.'
          : 'the rollout did not get on before its deadline.'
      }`;
    case 'aborted':
      return `${getAvailability(
        status,
      )}; the new Revision was given up, the one before serves.`;
    default:
      return counts.available >= counts.desired
        ? 'Every pod is available, but one failed moments ago.'
        : `The rollout was complete, but only ${counts.available} of ${count(
            counts.desired,
            'pod',
          )} available now.`;
  }
}

function getAvailability({ counts: { available, desired } }: RolloutStatus) {
  return `${available} of ${count(desired, 'pod')} available`;
}

/** Whether an Argo Rollout pauses between two Revisions. */
function isMidway({ notes = [] }: RolloutStatus): boolean {
  return notes.some(({ kind }) => kind === 'canary' || kind === 'preview');
}
