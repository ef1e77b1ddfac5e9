import type { RolloutStreamEvents } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { RolloutStreamEvent } from './EksDeployApi';

/** Reads the server-sent events of a Rollout stream; events of a name that this version doesn't know are left out. */
export async function* readRolloutStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<RolloutStreamEvent> {
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
      for (const message of messages.splice(0)) {
        if (isKnown(message)) {
          yield { type: message.event, data: JSON.parse(message.data) };
        }
      }
    }
  } finally {
    // Ends the request when the reader of the events stops early; a stream that already broke rejects with what broke it.
    await reader.cancel().catch(() => {});
  }
}

const eventNames: Record<keyof RolloutStreamEvents, true> = {
  snapshot: true,
  synced: true,
  change: true,
  heartbeat: true,
  closed: true,
};

function isKnown(
  message: EventSourceMessage,
): message is EventSourceMessage & { event: keyof RolloutStreamEvents } {
  return (
    message.event !== undefined && Object.hasOwn(eventNames, message.event)
  );
}
