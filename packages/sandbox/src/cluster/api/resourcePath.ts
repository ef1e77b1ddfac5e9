import { unknownResource } from '../storage';

/** What a request's path names. */
export interface ResourcePath {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/**
 * Reads `/api/v1/…` and `/apis/<group>/<version>/…`; `undefined` for paths that name no resource.
 * `/namespaces/<name>` and its subresources are the Namespace itself; anything deeper lies within it.
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const segments = path.split('/').filter(Boolean).map(decodeSegment);
  const [root, ...rest] = segments;
  if (root === 'api' && rest.length >= 2) {
    return resourceIn('', rest[0], rest.slice(1));
  }
  if (root === 'apis' && rest.length >= 3) {
    return resourceIn(rest[0], rest[1], rest.slice(2));
  }
  return undefined;
}

const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

function resourceIn(
  group: string,
  version: string,
  segments: string[],
): ResourcePath {
  const [first, namespace, plural, name, subresource] = segments;
  const isWithinNamespace =
    first === 'namespaces' &&
    plural !== undefined &&
    !NAMESPACE_SUBRESOURCES.includes(plural);
  if (isWithinNamespace) {
    if (segments.length > 5) throw unknownResource();
    return { group, version, namespace, plural, name, subresource };
  }
  if (segments.length > 3) throw unknownResource();
  return {
    group,
    version,
    plural: first,
    name: segments[1],
    subresource: segments[2],
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw unknownResource();
  }
}
