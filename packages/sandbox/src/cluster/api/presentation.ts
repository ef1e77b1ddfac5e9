import type { Event, KubeObject } from '../objects';
import { apiVersionOf, builtinResources, type ResourceType } from '../storage';

/** A stored object as one version of its group shows it. */
export function present(type: ResourceType, object: KubeObject): KubeObject {
  const apiVersion = apiVersionOf(type);
  return object.apiVersion === apiVersion ? object : { ...object, apiVersion };
}

/** The same as an item of a list, which says for all of them what they are; custom resources say it themselves, too. */
export function presentItem(
  type: ResourceType,
  object: KubeObject,
): Partial<KubeObject> {
  if (!builtinResources.includes(type)) return present(type, object);
  const { apiVersion: _, kind: __, ...item } = object;
  return item;
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
