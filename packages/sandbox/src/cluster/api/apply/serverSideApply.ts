import { timestamp, type JsonObject } from '../../objects';
import type { Registry } from '../../registry';
import { ApiError, apiVersionOf } from '../../storage';
import { flag, parseBody, type ApiRequest } from '../apiRequest';
import { applyStrategicMerge } from '../patch/strategicMerge';
import { formatPath } from './fieldSet';
import {
  conflictsOf,
  managedFieldsAfter,
  releaseFields,
  type Application,
  type FieldConflict,
} from './ownership';

/** Whether a patch is a server-side apply. */
export function isServerSideApply({ contentType }: ApiRequest): boolean {
  return contentType.startsWith('application/apply-patch+yaml');
}

/** The object that a server-side apply makes, of what is there or of nothing, with who owns its fields. */
export function applyConfiguration(
  registry: Registry,
  request: ApiRequest,
): JsonObject {
  const { type, path, query } = request;
  const application = readApplication(request);
  const key = { namespace: path.namespace, name: path.name ?? '' };
  const current = registry.find(type, key);
  const conflicts = current ? conflictsOf(current, application) : [];
  if (conflicts.length && !flag(query, 'force')) throw toConflict(conflicts);
  const applied = current
    ? applyStrategicMerge(
        releaseFields(current, application),
        application.config,
      )
    : application.config;
  return {
    ...applied,
    metadata: {
      ...(applied.metadata as JsonObject | undefined),
      managedFields: managedFieldsAfter(
        current,
        apiVersionOf(type),
        application,
        conflicts,
      ),
    },
  };
}

function readApplication({ query, body }: ApiRequest): Application {
  const manager = query.get('fieldManager');
  if (!manager) {
    throw new ApiError(
      422,
      'Invalid',
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    );
  }
  return { manager, config: parseBody(body, 'yaml'), time: timestamp() };
}

function toConflict(conflicts: FieldConflict[]): ApiError {
  const causes = conflicts.map(({ manager, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with "${manager}"`,
    field: formatPath(path),
  }));
  const [first] = causes;
  const summary =
    causes.length === 1
      ? `Apply failed with 1 conflict: ${first.message}: ${first.field}`
      : `Apply failed with ${causes.length} conflicts: ${causes
          .map(({ message, field }) => `${message}: ${field}`)
          .join(', ')}`;
  return new ApiError(409, 'Conflict', summary, { causes });
}
