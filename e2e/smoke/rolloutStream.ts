import { EventEmitter, once } from 'node:events';
import {
  applyRolloutChange,
  type RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { createParser } from 'eventsource-parser';
import type { PortalApi } from './portalApi';

/** What a viewer of an entity's Deploy tab sees, kept up to date by the stream alone. */
export interface RolloutViewer {
  /**
   * Waits until what is seen satisfies the condition.
   *
   * @throws Error that says what was waited for and what was seen last.
   */
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
  const news = new EventEmitter();
  let snapshot: RolloutSnapshot = { environments: [], records: [] };
  let ended: string | undefined;
  let reason = 'without a reason';
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'snapshot') {
        snapshot = JSON.parse(data);
      } else if (event === 'change') {
        snapshot = applyRolloutChange(snapshot, JSON.parse(data));
      } else if (event === 'closed') {
        reason = data;
      }
      news.emit('news');
    },
  });
  feed(parser, response.body)
    .then(
      () => `it was closed ${reason}`,
      error => `${error}`,
    )
    .then(how => {
      ended = how;
      news.emit('news');
    });

  return {
    close: () => controller.abort(),
    async until(what, condition, timeoutMs = 60_000) {
      const patience = AbortSignal.timeout(timeoutMs);
      for (;;) {
        const found = condition(snapshot);
        if (found) {
          return found;
        }
        if (ended || patience.aborted) {
          throw new Error(
            `${what}: ${
              ended ?? `not within ${timeoutMs / 1000} s`
            }; seen last: ${JSON.stringify(snapshot)}`,
          );
        }
        await once(news, 'news', { signal: patience }).catch(() => {});
      }
    },
  };
}

async function feed(
  parser: { feed(text: string): void },
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
  }
}
