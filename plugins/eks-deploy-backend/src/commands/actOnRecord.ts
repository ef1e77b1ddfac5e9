import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
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
  /**
   * The one write, with what is known after it.
   *
   * @throws an error that nothing was changed, or an OutcomeUnknownError.
   */
  write(): Promise<RecordChange>;
}

/** Plans and acts; the record says at each moment how far that has come. */
export async function actOnRecord(
  deps: ActDeps,
  record: DeploymentRecord,
  plan: () => Promise<PlannedAct>,
): Promise<DeploymentRecord> {
  const { records, follow } = deps;
  let act: PlannedAct;
  let open: OpenRecord;
  try {
    act = await plan();
    open = await keepTrail(records, record, act);
  } catch (error) {
    await fail(deps, record, error);
    throw error;
  }

  let written: RecordChange;
  try {
    written = await act.write();
  } catch (error) {
    await (isTranslated(error)
      ? fail(deps, record, error)
      : findOut(deps, open, error));
    throw error;
  }

  const running = await recordSafely(deps, record, {
    ...written,
    status: 'running',
  });
  follow(running ?? open);
  return running?.record ?? record;
}

/** From then on another replica can find out what became of the change. */
async function keepTrail(
  records: RecordStore,
  record: DeploymentRecord,
  { trail, image }: PlannedAct,
): Promise<OpenRecord> {
  const open = await records.transition(record.id, 'requested', {
    trail,
    image,
  });
  if (!open) {
    throw new ConflictError(
      'It took too long to find out what to change, and nothing was changed; try again',
    );
  }
  return open;
}

async function fail(
  deps: ActDeps,
  record: DeploymentRecord,
  error: unknown,
): Promise<void> {
  if (!isTranslated(error)) {
    deps.logger.error(`The command of record ${record.id} failed: ${error}`);
  }
  await recordSafely(deps, record, {
    status: 'failed',
    endedAt: deps.clock.now().toISOString(),
    message: toSentence(error),
  });
}

/** The change may have been made all the same: the follower looks for it by its trail. */
async function findOut(
  deps: ActDeps,
  open: OpenRecord,
  error: unknown,
): Promise<void> {
  const { id } = open.record;
  deps.logger.warn(
    `Whether record ${id} changed anything is unclear: ${error}`,
  );
  const waiting = await recordSafely(deps, open.record, {
    message:
      'It is not known whether the change was made; the portal is finding out.',
  });
  deps.follow(waiting ?? open);
}

/** Without its database the portal can't say how far it has come, which must not hide what it did. */
async function recordSafely(
  { records, logger }: ActDeps,
  { id }: DeploymentRecord,
  change: RecordChange,
): Promise<OpenRecord | undefined> {
  try {
    return await records.transition(id, 'requested', change);
  } catch (error) {
    logger.error(`Record ${id} could not be kept up to date: ${error}`);
    return undefined;
  }
}

/** Errors that are worded for users; any other's text may hold what isn't theirs to read. */
const TRANSLATED = [
  'ClusterGoneError',
  'ClusterRejectedError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
  'TooManyRequestsError',
];

/**
 * A translated error says that nothing was changed, but for the one that says the opposite.
 *
 * Of an error that nobody translated it is not known what it interrupted.
 */
function isTranslated(error: unknown): error is Error {
  return isError(error) && TRANSLATED.includes(error.name);
}

function toSentence(error: unknown): string {
  if (!isTranslated(error)) {
    return "The command failed; the backend's log says why.";
  }
  return /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
}
