import type { LogStreamEvent } from './EksDeployApi';
import { readServerSentEvents } from './readServerSentEvents';

/** Reads the server-sent events of a log stream; heartbeats and what this version doesn't know are left out. */
export async function* readLogStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<LogStreamEvent> {
  for await (const { event, data } of readServerSentEvents(body)) {
    if (event === 'line' || event === 'problem' || event === 'end') {
      yield { type: event, data: JSON.parse(data) };
    }
  }
}
