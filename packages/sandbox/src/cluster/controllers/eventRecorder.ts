import {
  randomSuffix,
  timestamp,
  type Event,
  type EventType,
  type KubeObject,
  type ObjectReference,
} from '../objects';
import type { NewObject, Registry } from '../registry';
import { ApiError, resources } from '../storage';

/** What happened, in the words of the component it happened to. */
export interface EventNote {
  type?: EventType;
  reason: string;
  message: string;
  /** Which part of the object, e.g. `spec.containers{app}`. */
  fieldPath?: string;
}

const TIME_TO_LIVE_MS = 60 * 60_000;

/** Writes events as one component does: the same note about the same object again only counts up. */
export class EventRecorder {
  constructor(
    private readonly registry: Registry,
    private readonly component: string,
  ) {}

  record(about: KubeObject, note: EventNote, host?: string): void {
    const namespace = about.metadata.namespace ?? 'default';
    const involvedObject: ObjectReference = {
      apiVersion: about.apiVersion,
      kind: about.kind,
      namespace: about.metadata.namespace,
      name: about.metadata.name,
      uid: about.metadata.uid,
      resourceVersion: about.metadata.resourceVersion,
      ...(note.fieldPath && { fieldPath: note.fieldPath }),
    };
    try {
      const same = this.findSame(namespace, involvedObject, note);
      if (same) this.countUp(same);
      else this.create(namespace, involvedObject, note, host);
    } catch (error) {
      // A namespace on its way out takes no events; nobody is left to read them either.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  private findSame(
    namespace: string,
    involved: ObjectReference,
    note: EventNote,
  ): Event | undefined {
    const events = this.registry.list(resources.events, namespace);
    for (const event of events) {
      if (
        Date.parse(event.lastTimestamp ?? '') <
        Date.now() - TIME_TO_LIVE_MS
      ) {
        this.registry.delete(resources.events, {
          namespace,
          name: event.metadata.name,
        });
      }
    }
    return events.find(
      event =>
        event.involvedObject.uid === involved.uid &&
        event.involvedObject.fieldPath === involved.fieldPath &&
        event.source?.component === this.component &&
        event.reason === note.reason &&
        event.message === note.message,
    );
  }

  private countUp(event: Event): void {
    this.registry.modify(
      resources.events,
      { namespace: event.metadata.namespace, name: event.metadata.name },
      draft => {
        draft.count = (draft.count ?? 1) + 1;
        draft.lastTimestamp = timestamp();
      },
    );
  }

  private create(
    namespace: string,
    involvedObject: ObjectReference,
    note: EventNote,
    host?: string,
  ): void {
    const now = timestamp();
    const event: NewObject<Event> = {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        namespace,
        name: `${involvedObject.name}.${randomSuffix(16)}`,
      },
      involvedObject,
      reason: note.reason,
      message: note.message,
      type: note.type ?? 'Normal',
      source: { component: this.component, ...(host && { host }) },
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
      eventTime: null,
      reportingComponent: this.component,
      reportingInstance: host ?? '',
    };
    this.registry.create(resources.events, event);
  }
}
