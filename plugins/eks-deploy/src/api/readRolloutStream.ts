import type { RolloutStreamEvents } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { EventSourceMessage } from 'eventsource-parser';
import type { RolloutStreamEvent } from './EksDeployApi';
import { readServerSentEvents } from './readServerSentEvents';

/** Reads the server-sent events of a Rollout stream; events of a name that this version doesn't know are left out. */
export async function* readRolloutStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<RolloutStreamEvent> {
  for await (const message of readServerSentEvents(body)) {
    if (isKnown(message)) {
      yield { type: message.event, data: JSON.parse(message.data) };
    }
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
