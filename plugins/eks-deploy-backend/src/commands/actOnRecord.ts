import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  ClusterDeniedError,
  GithubDeniedError,
  GithubRateLimitError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { OpenRecord, RecordChange, RecordStore, Trail } from '../records';
import type { Clock } from './Clock';

/** What it takes to act and to have the act followed. */
export interface ActDeps {
  records: RecordStore;
  /** Brings a running record to its end, in its own time. */
  follow: (open: OpenRecord) => void;
  clock: Clock;
  logger: LoggerService;
}

/** A decision taken but not acted upon. */
export interface PlannedAct {
  /** How the act can be recognised, should its answer get lost. */
  trail: Trail;
  image?: string;
  /** The one write, with what is known after it. */
  write(): Promise<RecordChange>;
}

/** Plans and acts; the record tells at each moment how far that has come. */
export async function actOnRecord(
  { records, follow, clock, logger }: ActDeps,
  record: DeploymentRecord,
  plan: () => Promise<PlannedAct>,
): Promise<DeploymentRecord> {
  const fail = (error: unknown) =>
    records.transition(record.id, 'requested', {
      status: 'failed',
      endedAt: clock.now().toISOString(),
      message: toSentence(error),
    });

  let act: PlannedAct;
  try {
    act = await plan();
    const { trail, image } = act;
    const open = await records.transition(record.id, 'requested', {
      trail,
      image,
    });
    if (!open) {
      throw new ConflictError(
        'It took too long to find out what to change, and nothing was changed; try again',
      );
    }
  } catch (error) {
    await fail(error);
    throw error;
  }

  let written: RecordChange;
  try {
    written = await act.write();
  } catch (error) {
    // After a time-out or a 5xx the change may have been made all the same: the follower finds out by the trail.
    if (isRefusal(error)) {
      await fail(error);
    } else {
      logger.warn(`What became of record ${record.id} is unclear: ${error}`);
    }
    throw error;
  }

  const running = await records.transition(record.id, 'requested', {
    ...written,
    status: 'running',
  });
  if (!running) {
    return record;
  }
  follow(running);
  return running.record;
}

const OWN_ERRORS = [
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
];

function isRefusal(error: unknown): boolean {
  return (
    (isError(error) && OWN_ERRORS.includes(error.name)) ||
    error instanceof ClusterDeniedError ||
    error instanceof GithubDeniedError ||
    error instanceof GithubRateLimitError
  );
}

/** Errors translated at the wall are worded for users; any other's text may hold what isn't theirs to read. */
function toSentence(error: unknown): string {
  const isTranslated =
    isError(error) &&
    [...OWN_ERRORS, 'ServiceUnavailableError'].includes(error.name);
  return isTranslated
    ? `${error.message}.`
    : "The command failed; the backend's log tells why.";
}
