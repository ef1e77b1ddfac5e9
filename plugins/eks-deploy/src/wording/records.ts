import type {
  DeploymentRecord,
  DeploymentRecordStatus,
  RolloutCommandName,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getDuration } from '../time';
import { getImageVersion } from './images';
import type { Tone } from './tones';

export const recordStatusWordings: Record<
  DeploymentRecordStatus,
  { word: string; tone: Tone }
> = {
  requested: { word: 'requested', tone: 'announcement' },
  running: { word: 'running', tone: 'announcement' },
  succeeded: { word: 'succeeded', tone: 'positive' },
  failed: { word: 'failed', tone: 'negative' },
  superseded: { word: 'superseded', tone: 'neutral' },
  unknown: { word: 'unknown', tone: 'warning' },
};

type Tense = 'doing' | 'done' | 'wanted';

const tenses: Record<DeploymentRecordStatus, Tense> = {
  requested: 'doing',
  running: 'doing',
  succeeded: 'done',
  failed: 'wanted',
  superseded: 'wanted',
  unknown: 'wanted',
};

const commandPhrases: Record<RolloutCommandName, Record<Tense, string>> = {
  restart: { doing: 'Restarting', done: 'Restarted', wanted: 'Restart' },
  rollback: {
    doing: 'Rolling back',
    done: 'Rolled back',
    wanted: 'Rollback',
  },
  redeploy: { doing: 'Redeploying', done: 'Redeployed', wanted: 'Redeploy' },
};

/** What was or is being done: `Rolled back from revision 7 to 5`, `Redeploying 1.4.2`. */
export function getRecordTitle(record: DeploymentRecord): string {
  const tense = tenses[record.status];
  const phrase = commandPhrases[record.command][tense];
  switch (record.command) {
    case 'rollback':
      return `${phrase}${
        record.fromRevision ? ` from revision ${record.fromRevision}` : ''
      }${record.toRevision ? ` to revision ${record.toRevision}` : ''}`;
    case 'redeploy':
      return record.image
        ? `${phrase}${tense === 'wanted' ? ' of' : ''} ${getImageVersion(
            record.image,
          )}`
        : phrase;
    default:
      return phrase;
  }
}

/** How far a record has come: `succeeded · took 14 s`, `running for 3 s`. */
export function getRecordOutcome(
  record: DeploymentRecord,
  now: number,
): string {
  const { word } = recordStatusWordings[record.status];
  if (isActive(record)) {
    return `${word} for ${getDuration(record.requestedAt, now)}`;
  }
  return record.endedAt
    ? `${word} · took ${getDuration(record.requestedAt, record.endedAt)}`
    : word;
}

/** The end of a record, for those who don't see it. */
export function getRecordAnnouncement(record: DeploymentRecord): string {
  const { word } = recordStatusWordings[record.status];
  const message = record.message ? ` ${record.message}` : '';
  return `${record.workload} in ${record.environment}: ${getRecordTitle(
    record,
  )}, ${word}.${message}`;
}

/** Whether a record's end is still to come. */
export function isActive({ status }: DeploymentRecord): boolean {
  return status === 'requested' || status === 'running';
}
