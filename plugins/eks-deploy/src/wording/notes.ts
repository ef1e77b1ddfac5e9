import type {
  RolloutNote,
  RolloutNoteKind,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getImageVersion } from './images';

const noteSentences: Record<RolloutNoteKind, (note: RolloutNote) => string> = {
  scaling: () =>
    'It is being scaled: the template stays the same, nothing is being deployed.',
  replacing: () =>
    'Pods are being replaced: the template stays the same, nothing is being deployed.',
  rollover: ({ revisions = [] }) =>
    `Overtaken before ${
      revisions.length === 1 ? 'it was' : 'they were'
    } rolled out: ${toRanges(revisions)}.`,
  'mixed-digests': ({ image = '', digests = [] }) =>
    `The tag ${getImageVersion(image)} was pushed again: pods run ${
      digests.length
    } different images of it. Restart to have one, or deploy by digest.`,
  'no-history': () =>
    'Earlier Revisions are not kept (revisionHistoryLimit is 0), so there is nothing to roll back to.',
  partitioned: () =>
    'Its partition holds back the update of the pods with lower numbers.',
  'on-delete': () =>
    'Its pods are updated only when someone deletes them (update strategy OnDelete).',
  canary: ({ step, steps, weight = 0, until }) =>
    `Canary${
      step && steps ? ` at step ${step} of ${steps}` : ''
    }: ${weight} % for the new Revision.${toPauseEnd(until)}`,
  preview: ({ until }) =>
    `The preview Service leads to the new Revision, the active Service to the one before.${toPauseEnd(
      until,
    )}`,
  recovering: ({ until }) =>
    `All pods are available again; they count as stable${toTime(
      until,
    )} if none fails until then.`,
  flapping: ({ until }) =>
    `Pods fail, recover and fail again${
      until
        ? `; they count as stable${toTime(until)} if none fails until then`
        : ''
    }.`,
  'replicas-owned-twice': () =>
    'Both the manifest and the autoscaler set the number of pods, so each deployment changes it for a moment: remove spec.replicas from the manifest.',
  'template-of-deployment': ({ deployment = '' }) =>
    `It takes its pod template from the Deployment ${deployment}, which runs no pods of its own.`,
};

/** What is worth knowing of a Rollout, as a sentence. */
export function getNoteSentence(note: RolloutNote): string {
  return noteSentences[note.kind](note);
}

/** `Revision 7`, or `Revisions 3, 10–14`. */
function toRanges(revisions: number[]): string {
  const ranges: Array<{ first: number; last: number }> = [];
  for (const revision of [...revisions].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.last === revision - 1) {
      range.last = revision;
    } else {
      ranges.push({ first: revision, last: revision });
    }
  }
  const words = ranges.map(({ first, last }) =>
    first === last ? String(first) : `${first}–${last}`,
  );
  return `${revisions.length === 1 ? 'Revision' : 'Revisions'} ${words.join(
    ', ',
  )}`;
}

function toTime(until: string | undefined): string {
  return until ? ` at ${new Date(until).toLocaleTimeString()}` : '';
}

function toPauseEnd(until: string | undefined): string {
  return until
    ? ` It goes on automatically at ${new Date(until).toLocaleString()}.`
    : '';
}
