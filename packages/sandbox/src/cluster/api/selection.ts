import type { KubeObject } from '../objects';
import { parseFieldSelector, parseLabelSelector } from '../storage';
import type { ApiRequest } from './apiRequest';

/** Whether each object has to be asked: the real server then does not know how many are left after a page. */
export function isSelective({ query }: Pick<ApiRequest, 'query'>): boolean {
  return Boolean(query.get('labelSelector') || query.get('fieldSelector'));
}

/** Whether an object is among those a LIST, WATCH or collection DELETE is about. */
export function selectionOf(
  request: Pick<ApiRequest, 'query' | 'path' | 'type'>,
): (object: KubeObject) => boolean {
  const { query, path, type } = request;
  const matchesLabels = parseLabelSelector(query.get('labelSelector') ?? '');
  const matchesFields = parseFieldSelector(
    query.get('fieldSelector') ?? '',
    type,
  );
  return object =>
    (path.namespace === undefined ||
      object.metadata.namespace === path.namespace) &&
    (path.name === undefined || object.metadata.name === path.name) &&
    matchesLabels(object.metadata.labels) &&
    matchesFields(object);
}
