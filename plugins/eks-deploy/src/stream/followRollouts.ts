import { NotAllowedError, ResponseError, toError } from '@backstage/errors';
import type {
  RolloutSnapshot,
  StreamClosed,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RolloutStreamEvent } from '../api';
import { getBackoffMs } from './backoff';
import {
  createSnapshotPoller,
  type SnapshotPoller,
} from './createSnapshotPoller';
import { delay } from './delay';
import { getRetryAfterMs } from './getRetryAfterMs';
import type { RolloutStreamAction } from './RolloutStream';

// Three heartbeats of the backend.
const SILENCE_MS = 45_000;
// Two heartbeats, and some time on the way.
const MUTE_MS = 35_000;
// A stream opens with a snapshot; one that hasn't by then is held back, or its backend can't be reached.
const OPENING_MS = 10_000;

export interface FollowRolloutsOptions {
  connect(options: { signal: AbortSignal }): AsyncIterable<RolloutStreamEvent>;
  /** Reads the same by itself. */
  read(options: { signal: AbortSignal }): Promise<RolloutSnapshot>;
  dispatch(action: RolloutStreamAction): void;
  signal: AbortSignal;
  random?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Follows a Rollout stream, connecting again whenever it breaks, until it is refused or the signal ends it. While the
 * stream delivers nothing, snapshots at an interval stand in for it.
 */
export async function followRollouts({
  signal,
  ...options
}: FollowRolloutsOptions): Promise<void> {
  const following = new AbortController();
  const stop = () => following.abort();
  signal.addEventListener('abort', stop);
  const poller = createSnapshotPoller({
    read: options.read,
    onSnapshot: snapshot => options.dispatch({ type: 'polled', snapshot }),
    onError(error) {
      const end = toBreak(error);
      options.dispatch(end);
      if (end.type === 'failed') {
        stop();
      }
    },
  });
  try {
    if (!signal.aborted) {
      await followStreams({ ...options, signal: following.signal }, poller);
    }
  } finally {
    poller.stop();
    signal.removeEventListener('abort', stop);
  }
}

async function followStreams(
  options: FollowRolloutsOptions,
  poller: SnapshotPoller,
): Promise<void> {
  const { dispatch, signal, random = Math.random, wait = delay } = options;
  let failures = 0;
  while (!signal.aborted) {
    poller.startAfter(OPENING_MS);
    const { end, synced } = await followOnce(options, poller);
    if (signal.aborted) {
      return;
    }
    if (synced) {
      poller.restartAfter(OPENING_MS);
    } else if (isBusy(end.error)) {
      poller.stop();
    }
    if (end.type === 'failed' || !poller.isPolling()) {
      dispatch(end);
    }
    if (end.type === 'failed') {
      return;
    }
    failures = synced ? 0 : failures;
    const backoffMs = getBackoffMs(failures, random);
    await wait(getPauseMs(end.error, backoffMs), signal);
    failures += 1;
  }
}

/** Never sooner than the backend asks for, nor all viewers at once. */
function getPauseMs(error: Error | undefined, backoffMs: number): number {
  const retryAfterMs = getRetryAfterMs(error);
  return retryAfterMs === undefined ? backoffMs : retryAfterMs + backoffMs;
}

interface Connection {
  end: Extract<RolloutStreamAction, { type: 'lost' | 'failed' }>;
  /** Whether it got as far as the `synced` mark, so that its end is no failure to connect. */
  synced: boolean;
}

async function followOnce(
  { connect, dispatch, signal }: FollowRolloutsOptions,
  poller: SnapshotPoller,
): Promise<Connection> {
  const connection = new AbortController();
  const abort = () => connection.abort();
  signal.addEventListener('abort', abort);
  let watchdog = setTimeout(abort, SILENCE_MS);
  let synced = false;
  try {
    for await (const event of connect({ signal: connection.signal })) {
      clearTimeout(watchdog);
      watchdog = setTimeout(abort, SILENCE_MS);
      if (signal.aborted) {
        break;
      }
      poller.restartAfter(MUTE_MS);
      if (event.type === 'closed') {
        return { end: toEnd(event.data), synced };
      }
      synced ||= event.type === 'synced';
      dispatch({ type: 'event', event });
    }
    return { end: { type: 'lost' }, synced };
  } catch (error) {
    return { end: toBreak(error), synced };
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', abort);
    connection.abort();
  }
}

function toEnd({ reason }: StreamClosed): Connection['end'] {
  return reason === 'permission-revoked'
    ? {
        type: 'failed',
        error: new NotAllowedError(
          'You may no longer see this component’s Rollouts: ask its owner, or the portal’s operator for the permission eks-deploy.rollout.read',
        ),
      }
    : { type: 'lost' };
}

function toBreak(error: unknown): Connection['end'] {
  return {
    type: isRefusal(error) ? 'failed' : 'lost',
    error: toError(error),
  };
}

/** Whether further requests are the last thing that the backend needs. */
function isBusy(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 429;
}

/** Whether asking again would only get the same answer. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    ![408, 425, 429].includes(error.statusCode)
  );
}
