import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** Reads server-sent events until the stream ends or its reader stops. */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<EventSourceMessage> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: message => messages.push(message) });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      parser.feed(decoder.decode(value, { stream: true }));
      yield* messages.splice(0);
    }
  } finally {
    // Ends the request when the reader of the events stops early; a stream that already broke rejects with what broke it.
    await reader.cancel().catch(() => {});
  }
}
