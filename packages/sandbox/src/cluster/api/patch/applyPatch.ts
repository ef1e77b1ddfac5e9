import { applyPatch as applyJsonPatch, type Operation } from 'rfc6902';
import { apply as applyMergePatch } from 'json-merge-patch';
import { isObject, type JsonObject } from '../../objects';
import { ApiError, badRequest } from '../../storage';
import { parseBody } from '../apiRequest';
import { applyStrategicMerge } from './strategicMerge';

const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

/** The object a patch makes of `target`, by the patch's content type; `target` stays as it is. */
export function applyPatch(
  target: JsonObject,
  body: string,
  contentType: string,
): JsonObject {
  const [mediaType] = contentType.split(';');
  switch (mediaType.trim()) {
    case 'application/json-patch+json':
      return jsonPatch(target, body);
    case 'application/merge-patch+json':
      return applyMergePatch(
        structuredClone(target),
        parseBody(body, 'application/json'),
      ) as JsonObject;
    case 'application/strategic-merge-patch+json':
      return applyStrategicMerge(target, parseBody(body, 'application/json'));
    // Of a subresource like `scale`; who owns the fields of whole objects is kept by apply/.
    case 'application/apply-patch+yaml':
      return applyStrategicMerge(target, parseBody(body, 'yaml'));
    default:
      throw new ApiError(
        415,
        'UnsupportedMediaType',
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml',
      );
  }
}

function jsonPatch(target: JsonObject, body: string): JsonObject {
  const result = structuredClone(target);
  const failure = applyJsonPatch(result, parseOperations(body)).find(
    error => error !== null,
  );
  if (failure) {
    // The real server says no more than this, whichever operation failed.
    throw new ApiError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {},
    );
  }
  return result;
}

function parseOperations(body: string): Operation[] {
  let operations: unknown;
  try {
    operations = JSON.parse(body);
  } catch (error) {
    throw badRequest(
      `error decoding patch: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (!Array.isArray(operations) || !operations.every(isOperation)) {
    throw badRequest(
      'error decoding patch: a JSON Patch is a list of operations, each with "op" and "path"',
    );
  }
  return operations;
}

function isOperation(value: unknown): value is Operation {
  return (
    isObject(value) &&
    typeof value.path === 'string' &&
    OPERATIONS.includes(String(value.op))
  );
}
