import type {
  RolloutNote,
  RolloutNoteKind,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getImageVersion } from './images';

const noteSentences: Record<RolloutNoteKind, (note: RolloutNote) => string> = {
  scaling: () =>
    'It is being scaled: the template stays the same, this is no deploy.',
  replacing: () =>
    'Pods are being replaced: the template stays the same, this is no deploy.',
  rollover: ({ revisions = [] }) =>
    `Overtaken before it was rolled out: Revision ${revisions.join(', ')}.`,
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
  'template-of-deployment': ({ deployment = '' }) =>
    `It takes its pod template from the Deployment ${deployment}, which runs no pods of its own.`,
};

/** What is worth knowing of a Rollout, as a sentence. */
export function getNoteSentence(note: RolloutNote): string {
  return noteSentences[note.kind](note);
}

function toPauseEnd(until: string | undefined): string {
  return until
    ? ` It goes on by itself at ${new Date(until).toLocaleString()}.`
    : '';
}
