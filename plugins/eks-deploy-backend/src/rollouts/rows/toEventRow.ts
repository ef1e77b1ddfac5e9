import type { CoreV1Event } from '@kubernetes/client-node';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Wire } from '../../workloads';
import type { Row } from './Row';

/** What is kept of an Event. */
export interface EventRow extends Row {
  type: string;
  reason: string;
  /** By `redactMessage`. */
  message: string;
  /** The object it is about. */
  about: { kind: string; name: string; uid: string };
  /** How often it was seen; the same event again raises it. */
  count: number;
  firstSeenAt?: string;
  lastSeenAt: string;
}

/** Keeps of an Event what it says, about what, and how often. */
export function toEventRow(event: Wire<CoreV1Event>): EventRow {
  const { metadata, involvedObject, series } = event;
  // Which times there are depends on the API by which the event was written.
  const first = event.firstTimestamp ?? event.eventTime ?? undefined;
  return {
    uid: metadata?.uid ?? '',
    name: metadata?.name ?? '',
    type: event.type ?? 'Normal',
    reason: event.reason ?? '',
    message: toMessage(event.reason, event.message ?? ''),
    about: {
      kind: involvedObject?.kind ?? '',
      name: involvedObject?.name ?? '',
      uid: involvedObject?.uid ?? '',
    },
    count: series?.count ?? event.count ?? 1,
    firstSeenAt: first,
    lastSeenAt:
      series?.lastObservedTime ??
      event.lastTimestamp ??
      first ??
      metadata?.creationTimestamp ??
      '',
  };
}

// What the kubelet itself says of a probe; anything else is what the probe's command or the program answered.
const PROBE =
  /^\w+ probe (?:failed|errored|warning)(?: and resulted in \w+ state)?/;
const KUBELETS_WORDS =
  /^: (?:rpc error: code = \w+ desc = )?(?:failed to exec in container: )?(?:(HTTP probe failed with statuscode: \d+)|Get "|dial |service unhealthy|timeout: |timeout \w+ exceeded|command ["t]|context deadline exceeded|container )/;
const HOOK = /^(?:Failed)?(?:PostStart|PreStop)Hook/;

/** A command's output may hold anything and is not kept. */
function toMessage(reason: string | undefined, message: string): string {
  if (HOOK.test(reason ?? '')) {
    return 'a lifecycle hook failed';
  }
  const probe = PROBE.exec(message)?.[0];
  if (probe === undefined) {
    return redactMessage(message);
  }
  // A body may follow the status.
  const said = KUBELETS_WORDS.exec(message.slice(probe.length));
  return said
    ? redactMessage(said[1] ? `${probe}: ${said[1]}` : message)
    : probe;
}
