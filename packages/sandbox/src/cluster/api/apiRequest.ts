import { parse as parseYaml } from 'yaml';
import { isObject, type JsonObject } from '../objects';
import { badRequest, type ResourceType } from '../storage';
import type { User } from './authentication';
import type { ResourcePath } from './resourcePath';

/** A request for a resource, with everything read from it but its meaning. */
export interface ApiRequest {
  method: string;
  path: ResourcePath;
  type: ResourceType;
  query: URLSearchParams;
  accept: string;
  contentType: string;
  /** The unparsed body. */
  body: string;
  user: User;
}

/** What a handler answers with. */
export interface ApiResponse {
  code: number;
  body: unknown;
  contentType?: string;
}

/** An answer of 200. */
export function ok(body: unknown): ApiResponse {
  return { code: 200, body };
}

/** The body as an object, from JSON or, where the content type says so, YAML. */
export function parseBody(body: string, contentType: string): JsonObject {
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = contentType.includes('yaml') ? parseYaml(body) : JSON.parse(body);
  } catch (error) {
    throw badRequest(
      `error decoding the request body: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
  if (!isObject(value)) {
    throw badRequest('the request body must be an object');
  }
  return value;
}

/** Whether the request is to be checked only. */
export function isDryRun(request: ApiRequest): boolean {
  const dryRun = request.query.getAll('dryRun');
  if (dryRun.some(value => value !== 'All')) {
    throw badRequest(
      `invalid dryRun: supported values: "All", not ${JSON.stringify(dryRun)}`,
    );
  }
  return dryRun.length > 0;
}

/** A flag of the query: present and not `false` or `0`. */
export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  return value !== null && value !== 'false' && value !== '0';
}

/** A whole number of the query; anything else is a 400. */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  if (!/^\d+$/.test(value)) {
    throw badRequest(
      `invalid ${name}: ${JSON.stringify(value)} is not a whole number`,
    );
  }
  return Number(value);
}
