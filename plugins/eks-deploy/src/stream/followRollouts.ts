import { NotAllowedError, ResponseError, toError } from '@backstage/errors';
import type { StreamClosed } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RolloutStreamEvent } from '../api';
import { getBackoffMs } from './backoff';
import type { RolloutStreamAction } from './RolloutStream';

// Three heartbeats of the backend.
const SILENCE_MS = 45_000;

export interface FollowRolloutsOptions {
  connect(options: { signal: AbortSignal }): AsyncIterable<RolloutStreamEvent>;
  dispatch(action: RolloutStreamAction): void;
  signal: AbortSignal;
  random?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Follows a Rollout stream, connecting again whenever it breaks, until it is refused or the signal ends it. */
export async function followRollouts(
  options: FollowRolloutsOptions,
): Promise<void> {
  const { dispatch, signal, random = Math.random, wait = delay } = options;
  let failures = 0;
  while (!signal.aborted) {
    const { end, synced } = await followOnce(options);
    if (signal.aborted) {
      return;
    }
    dispatch(end);
    if (end.type === 'failed') {
      return;
    }
    failures = synced ? 0 : failures;
    await wait(getBackoffMs(failures, random), signal);
    failures += 1;
  }
}

interface Connection {
  end: Extract<RolloutStreamAction, { type: 'lost' | 'failed' }>;
  /** Whether it got as far as the `synced` mark, so that its end is no failure to connect. */
  synced: boolean;
}

async function followOnce({
  connect,
  dispatch,
  signal,
}: FollowRolloutsOptions): Promise<Connection> {
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
      if (event.type === 'closed') {
        return { end: toEnd(event.data), synced };
      }
      synced ||= event.type === 'synced';
      dispatch({ type: 'event', event });
    }
    return { end: { type: 'lost' }, synced };
  } catch (error) {
    const type = isRefusal(error) ? 'failed' : 'lost';
    return { end: { type, error: toError(error) }, synced };
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

/** Whether asking again would only get the same answer. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    ![408, 425, 429].includes(error.statusCode)
  );
}

function delay(ms: number, signal: AbortSignal) {
  return new Promise<void>(resolve => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
