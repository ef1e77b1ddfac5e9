import {
  applyRolloutChange,
  type RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { createParser } from 'eventsource-parser';
import type { PortalApi } from './portalApi';

/** What a viewer of an entity's Deploy tab sees, kept up to date by the stream alone. */
export interface RolloutViewer {
  /** Waits until what is seen satisfies the condition. */
  until<T>(
    what: string,
    condition: (snapshot: RolloutSnapshot) => T | undefined | false,
    timeoutMs?: number,
  ): Promise<T>;
  close(): void;
}

export async function openRolloutStream(
  api: PortalApi,
  url: string,
): Promise<RolloutViewer> {
  const controller = new AbortController();
  const response = await api.fetch(url, { signal: controller.signal });
  if (!response.ok || !response.body) {
    throw new Error(`${url} answered ${response.status}`);
  }
  let snapshot: RolloutSnapshot = { environments: [], records: [] };
  let ended: string | undefined;
  const listeners = new Set<() => void>();
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'snapshot') {
        snapshot = JSON.parse(data);
      } else if (event === 'change') {
        snapshot = applyRolloutChange(snapshot, JSON.parse(data));
      }
      listeners.forEach(listener => listener());
    },
  });
  const read = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      parser.feed(decoder.decode(chunk, { stream: true }));
    }
  };
  read(response.body)
    .then(() => 'it was closed')
    .catch(error => `${error}`)
    .then(how => {
      ended = how;
      listeners.forEach(listener => listener());
    });

  return {
    close: () => controller.abort(),
    until: (what, condition, timeoutMs = 60_000) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          listeners.delete(look);
          settle();
        };
        const fail = (why: string) =>
          finish(() =>
            reject(
              new Error(
                `${what}: ${why}; seen last: ${JSON.stringify(snapshot)}`,
              ),
            ),
          );
        const timer = setTimeout(
          () => fail(`not within ${timeoutMs / 1000} s`),
          timeoutMs,
        );
        const look = () => {
          const found = condition(snapshot);
          if (found) {
            finish(() => resolve(found));
          } else if (ended) {
            fail(`the stream ended (${ended})`);
          }
        };
        listeners.add(look);
        look();
      }),
  };
}
