import type { CoreV1Event } from '@kubernetes/client-node';
import type { Wire } from '../../workloads';
import { dropOutput } from './dropOutput';
import type { Row } from './Row';

/** What is kept of an Event. */
export interface EventRow extends Row {
  type: string;
  reason: string;
  /** By `dropOutput`. */
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
    message: dropOutput(event.reason, event.message ?? ''),
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
