import type { RolloutSnapshot } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** How long apart the snapshots are that stand in for a stream. */
export const POLL_INTERVAL_MS = 15_000;

export interface SnapshotPollerOptions {
  read(options: { signal: AbortSignal }): Promise<RolloutSnapshot>;
  onSnapshot(snapshot: RolloutSnapshot): void;
  onError(error: unknown): void;
}

export interface SnapshotPoller {
  /** Begins to poll after that time, unless it already does or is about to. */
  startAfter(ms: number): void;
  /** Stops polling, and begins with it again after that time. */
  restartAfter(ms: number): void;
  isPolling(): boolean;
  stop(): void;
}

/** Reads a snapshot at an interval for as long as a stream delivers nothing. */
export function createSnapshotPoller({
  read,
  onSnapshot,
  onError,
}: SnapshotPollerOptions): SnapshotPoller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: AbortController | undefined;

  function stop() {
    clearTimeout(timer);
    timer = undefined;
    current?.abort();
    current = undefined;
  }

  async function poll() {
    const request = new AbortController();
    current = request;
    let answered = false;
    timer = setTimeout(() => {
      if (!answered) {
        request.abort();
        onError(new DOMException('No answer in time', 'TimeoutError'));
      }
      poll();
    }, POLL_INTERVAL_MS);
    try {
      const snapshot = await read({ signal: request.signal });
      if (current === request) {
        onSnapshot(snapshot);
      }
    } catch (error) {
      if (current === request) {
        onError(error);
      }
    } finally {
      answered = true;
    }
  }

  return {
    startAfter(ms) {
      timer ??= setTimeout(poll, ms);
    },
    restartAfter(ms) {
      stop();
      timer = setTimeout(poll, ms);
    },
    isPolling: () => current !== undefined,
    stop,
  };
}
