import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterClient,
  GithubClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { OpenRecord, RecordOutcome, RecordStore } from '../records';
import type { Clock } from './Clock';
import { followRollout } from './followRollout';
import { followWorkflowRun } from './followWorkflowRun';
import {
  REQUEST_ENDS_WITHIN_MS,
  reconcileRequested,
} from './reconcileRequested';

const TAKE_UP_EVERY_MS = 60_000;

/** Brings records to their end. */
export interface RecordFollower {
  /** Follows a running record, or finds out what became of a requested one; once. */
  follow(open: OpenRecord): void;
  /**
   * Takes up, now and each minute, what a replica left behind that is no more. Two replicas may follow the same
   * record: the store lets one of them end it.
   */
  start(): void;
  /** Resolves when nothing is followed any more; the records stay as they are. */
  stop(): Promise<void>;
}

export function createRecordFollower(deps: {
  records: RecordStore;
  clusters: ClusterClient;
  github: GithubClient;
  clock: Clock;
  logger: LoggerService;
}): RecordFollower {
  const { records, clock, logger } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const followed = new Map<string, Promise<void>>();
  let takingUp = Promise.resolve();

  function follow(open: OpenRecord): void {
    const { id } = open.record;
    if (followed.has(id) || signal.aborted) {
      return;
    }
    const following = followToEnd(open)
      .catch(error => logUnlessStopping(`Following record ${id}`, error))
      .finally(() => followed.delete(id));
    followed.set(id, following);
  }

  async function followToEnd(open: OpenRecord): Promise<void> {
    const running =
      open.record.status === 'requested'
        ? await reconcileRequested(deps, open, signal)
        : open;
    if (!running?.trail) {
      return;
    }
    const { record, trail } = running;
    const outcome: RecordOutcome =
      trail.type === 'rollout'
        ? await followRollout(deps, record, trail, signal)
        : await followWorkflowRun(deps, record, trail, signal);
    await records.transition(record.id, 'running', {
      ...outcome,
      endedAt: clock.now().toISOString(),
    });
  }

  async function takeUp(): Promise<void> {
    while (!signal.aborted) {
      try {
        const open = await records.listOpen();
        open.filter(isLeftBehind).forEach(follow);
      } catch (error) {
        logUnlessStopping('Taking up open records', error);
      }
      await clock.sleep(TAKE_UP_EVERY_MS, signal);
    }
  }

  function isLeftBehind({ record }: OpenRecord): boolean {
    const ageMs = clock.now().getTime() - Date.parse(record.requestedAt);
    return record.status === 'running' || ageMs > REQUEST_ENDS_WITHIN_MS;
  }

  function logUnlessStopping(doing: string, error: unknown): void {
    if (!signal.aborted) {
      logger.error(`${doing} failed: ${error}`);
    }
  }

  return {
    follow,
    start() {
      takingUp = takeUp().catch(error =>
        logUnlessStopping('Taking up open records', error),
      );
    },
    async stop() {
      stopping.abort();
      await Promise.all([takingUp, ...followed.values()]);
    },
  };
}
