import type { JsonObject } from '../objects';
import { ApiError } from '../storage';

/** How a field of a message is read. */
interface Field {
  name: string;
  /** A nested message; text where there is none. */
  of?: Message;
  /** A map of texts, or of bytes, which JSON writes in base64. */
  map?: 'text' | 'bytes';
}

type Message = Record<number, Field>;

const metadata: Field = {
  name: 'metadata',
  of: {
    1: { name: 'name' },
    2: { name: 'generateName' },
    3: { name: 'namespace' },
    11: { name: 'labels', map: 'text' },
    12: { name: 'annotations', map: 'text' },
  },
};

/**
 * kubectl sends some of its requests in protobuf, whatever the server would like: questions about one's own rights,
 * and what `kubectl create` makes. The messages of these are read here, by the field numbers of Kubernetes'
 * `generated.proto`.
 */
const MESSAGES: Record<string, Message> = {
  Namespace: { 1: metadata },
  ServiceAccount: { 1: metadata },
  ConfigMap: {
    1: metadata,
    2: { name: 'data', map: 'text' },
    3: { name: 'binaryData', map: 'bytes' },
  },
  Secret: {
    1: metadata,
    2: { name: 'data', map: 'bytes' },
    3: { name: 'type' },
    4: { name: 'stringData', map: 'text' },
  },
  SelfSubjectReview: {},
  SelfSubjectRulesReview: {
    2: { name: 'spec', of: { 1: { name: 'namespace' } } },
  },
  SelfSubjectAccessReview: {
    2: {
      name: 'spec',
      of: {
        1: {
          name: 'resourceAttributes',
          of: {
            1: { name: 'namespace' },
            2: { name: 'verb' },
            3: { name: 'group' },
            4: { name: 'version' },
            5: { name: 'resource' },
            6: { name: 'subresource' },
            7: { name: 'name' },
          },
        },
        2: {
          name: 'nonResourceAttributes',
          of: { 1: { name: 'path' }, 2: { name: 'verb' } },
        },
      },
    },
  },
};

const MAGIC = Buffer.from('k8s\0');
const LENGTH_DELIMITED = 2;

/** Whether a body is in Kubernetes' protobuf envelope. */
export function isProtobuf(body: Buffer): boolean {
  return body.subarray(0, MAGIC.length).equals(MAGIC);
}

/** The JSON object of a protobuf body; kinds the stand-in reads as JSON only get a 415. */
export function decodeProtobuf(body: Buffer): JsonObject {
  const envelope = new Map(fieldsOf(body.subarray(MAGIC.length)));
  const typeMeta = new Map(fieldsOf(envelope.get(1) ?? Buffer.alloc(0)));
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
    ...decode(envelope.get(2) ?? Buffer.alloc(0), message),
  };
}

function decode(bytes: Buffer, message: Message): JsonObject {
  const result: JsonObject = {};
  for (const [number, value] of fieldsOf(bytes)) {
    const field = message[number];
    if (field?.map) {
      const entry = new Map(fieldsOf(value));
      const inner = entry.get(2) ?? Buffer.alloc(0);
      result[field.name] = {
        ...(result[field.name] as JsonObject | undefined),
        [String(entry.get(1) ?? '')]: inner.toString(
          field.map === 'bytes' ? 'base64' : 'utf8',
        ),
      };
    } else if (field?.of) {
      result[field.name] = decode(value, field.of);
    } else if (field && value.length) {
      result[field.name] = value.toString('utf8');
    }
  }
  return result;
}

/** The length-delimited fields of a message; the others (none that matter here) are passed over. */
function* fieldsOf(bytes: Buffer): Generator<[number, Buffer]> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++];
      value += (byte % 0x80) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag % 8 === LENGTH_DELIMITED) {
      const length = varint();
      yield [Math.floor(tag / 8), bytes.subarray(at, at + length)];
      at += length;
    } else {
      varint();
    }
  }
}
