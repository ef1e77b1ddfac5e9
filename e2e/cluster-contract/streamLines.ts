import { request } from 'node:https';
import { createInterface } from 'node:readline';
import type { ClusterUnderTest } from './ClusterUnderTest';

export interface StreamOptions {
  /** Ends the reading with this line; without it the server ends it. */
  until?: (line: string) => boolean;
  /** Called once the server has answered, so that what happens from then on is told. */
  onOpen?: () => Promise<unknown>;
  timeoutMs?: number;
}

/**
 * Reads an answer line by line, as it comes.
 *
 * @throws Error when it does not end in time.
 */
export function streamLines(
  { url, ca, token }: ClusterUnderTest,
  path: string,
  { until, onOpen, timeoutMs = 20_000 }: StreamOptions,
): Promise<string[]> {
  const seen: string[] = [];
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, {
      ca,
      agent: false,
      headers: { authorization: `Bearer ${token}` },
    });
    const timer = setTimeout(() => {
      outgoing.destroy();
      reject(
        new Error(
          `${path} did not come to its end within ${
            timeoutMs / 1000
          } s, after ${seen.length} lines: ${seen
            .map(line => line.slice(0, 80))
            .join(' ')}`,
        ),
      );
    }, timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      resolve(seen);
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
        seen.push(line);
        if (until?.(line)) {
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
