import type { JsonObject } from '../../objects';
import { ApiError } from '../../storage';
import { MESSAGES, type Field, type Message } from './messages';
import { bytesOf, fieldsOf } from './wire';

const MAGIC = Buffer.from('k8s\0');
const NOTHING = Buffer.alloc(0);

/** Whether a body is in Kubernetes' protobuf envelope. */
export function isProtobuf(body: Buffer): boolean {
  return body.subarray(0, MAGIC.length).equals(MAGIC);
}

/** The JSON object of a protobuf body; kinds the stand-in reads as JSON only get a 415. */
export function decodeProtobuf(body: Buffer): JsonObject {
  const envelope = bytesOf(body.subarray(MAGIC.length));
  const typeMeta = bytesOf(envelope.get(1) ?? NOTHING);
  const apiVersion = String(typeMeta.get(1) ?? '');
  const kind = String(typeMeta.get(2) ?? '');
  const message = MESSAGES[kind];
  if (!message) {
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: application/json, application/yaml (${kind} came as protobuf: apply a manifest instead)`,
    );
  }
  return {
    apiVersion,
    kind,
    ...decode(envelope.get(2) ?? NOTHING, message),
  };
}

function decode(bytes: Buffer, message: Message): JsonObject {
  const result: JsonObject = {};
  for (const [number, value] of fieldsOf(bytes)) {
    const field = message[number];
    const decoded = field && decodeField(field, value);
    if (decoded === undefined) continue;
    const before = result[field.name];
    if (field.isList) {
      result[field.name] = [...(Array.isArray(before) ? before : []), decoded];
    } else if (field.map) {
      Object.assign((result[field.name] ??= {}) as JsonObject, decoded);
    } else {
      result[field.name] = decoded;
    }
  }
  return result;
}

function decodeField(field: Field, value: number | Buffer): unknown {
  if (typeof value === 'number') return field.isNumber ? value : undefined;
  if (field.map) {
    const entry = bytesOf(value);
    const encoding = field.map === 'bytes' ? 'base64' : 'utf8';
    const text = (entry.get(2) ?? NOTHING).toString(encoding);
    return { [String(entry.get(1) ?? '')]: text };
  }
  if (field.of) return decode(value, field.of);
  // What is empty was not set: an empty list entry is the exception.
  return value.length > 0 || field.isList ? value.toString('utf8') : undefined;
}
