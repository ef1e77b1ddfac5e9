import { createHash } from 'node:crypto';
import type { PodTemplateObject } from '../../workloads';
import { POD_TEMPLATE_HASH } from '../../workloads/annotations';

/** Equal for templates that `kubectl rollout undo` takes for equal: the controller's own label doesn't count. */
export function hashTemplate(template: PodTemplateObject | undefined): string {
  const { [POD_TEMPLATE_HASH]: _, ...labels } =
    template?.metadata?.labels ?? {};
  const comparable = {
    ...template,
    metadata: { ...template?.metadata, labels },
  };
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(comparable)))
    .digest('base64url');
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
