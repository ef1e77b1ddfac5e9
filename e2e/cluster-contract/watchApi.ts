import { request } from 'node:https';
import { createInterface } from 'node:readline';
import type { ClusterUnderTest } from './ClusterUnderTest';
import type { WatchEvent } from './objects';

export interface WatchOptions {
  /** Ends the WATCH with this event; without it the server ends it. */
  until?: (event: WatchEvent) => boolean;
  /** Called once the server has answered, so that what happens from then on is told. */
  onOpen?: () => Promise<unknown>;
  timeoutMs?: number;
}

/**
 * Reads a WATCH line by line.
 *
 * @throws Error when it does not end in time.
 */
export function watchApi(
  { url, ca, token }: ClusterUnderTest,
  path: string,
  { until, onOpen, timeoutMs = 20_000 }: WatchOptions,
): Promise<WatchEvent[]> {
  const events: WatchEvent[] = [];
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, {
      ca,
      agent: false,
      headers: { authorization: `Bearer ${token}` },
    });
    const timer = setTimeout(() => {
      outgoing.destroy();
      const seen = events.map(({ type }) => type).join(', ') || 'nothing';
      reject(
        new Error(
          `A WATCH of ${path} told ${seen} and did not come to its end within ${
            timeoutMs / 1000
          } s.`,
        ),
      );
    }, timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      resolve(events);
      outgoing.destroy();
    };
    // What breaks after the end is of no interest: the promise is settled then.
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    outgoing.on('error', fail);
    outgoing.on('response', response => {
      const lines = createInterface({ input: response });
      lines.on('line', line => {
        const event = JSON.parse(line) as WatchEvent;
        events.push(event);
        if (until?.(event)) {
          finish();
        }
      });
      lines.on('error', fail);
      lines.on('close', finish);
      onOpen?.().catch(fail);
    });
    outgoing.end();
  });
}
