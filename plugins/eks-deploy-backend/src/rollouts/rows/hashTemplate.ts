import { createHash } from 'node:crypto';
import type { PodTemplateObject } from '../../workloads';
import { HASH_LABELS } from '../../workloads/annotations';

/** Equal for templates that `kubectl rollout undo` takes for equal: the controller's own label doesn't count. */
export function hashTemplate(template: PodTemplateObject | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(withoutHash(template))))
    .digest('base64url');
}

/** A template as somebody wrote it, without the label that its controller added. */
export function withoutHash(template: PodTemplateObject | undefined) {
  const labels = Object.fromEntries(
    Object.entries(template?.metadata?.labels ?? {}).filter(
      ([name]) => !HASH_LABELS.includes(name),
    ),
  );
  return { ...template, metadata: { ...template?.metadata, labels } };
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}
