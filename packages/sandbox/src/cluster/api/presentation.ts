import type { Event, KubeObject } from '../objects';
import { apiVersionOf, type ResourceType } from '../storage';

/** A stored object as one version of its group shows it. */
export function present(type: ResourceType, object: KubeObject): KubeObject {
  const apiVersion = apiVersionOf(type);
  return object.apiVersion === apiVersion ? object : { ...object, apiVersion };
}

/** Events also appear under `events.k8s.io/v1`, with that group's field names. */
export function presentEvent({
  involvedObject,
  message,
  source,
  firstTimestamp,
  lastTimestamp,
  count,
  ...event
}: Event): KubeObject {
  return {
    ...event,
    apiVersion: 'events.k8s.io/v1',
    eventTime: null,
    regarding: involvedObject,
    note: message,
    deprecatedSource: source,
    deprecatedFirstTimestamp: firstTimestamp,
    deprecatedLastTimestamp: lastTimestamp,
    deprecatedCount: count,
  };
}
