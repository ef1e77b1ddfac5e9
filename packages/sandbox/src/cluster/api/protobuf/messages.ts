/** How a field of a message is read. */
export interface Field {
  name: string;
  /** A nested message; text where there is none. */
  of?: Message;
  /** A map of texts, or of bytes, which JSON writes in base64. */
  map?: 'text' | 'bytes';
  /** A whole number. */
  isNumber?: boolean;
  /** May come more than once. */
  isList?: boolean;
}

export type Message = Record<number, Field>;

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

const podTemplate: Message = {
  1: metadata,
  2: {
    name: 'spec',
    of: {
      2: {
        name: 'containers',
        isList: true,
        of: {
          1: { name: 'name' },
          2: { name: 'image' },
          3: { name: 'command', isList: true },
          4: { name: 'args', isList: true },
          6: {
            name: 'ports',
            isList: true,
            of: {
              1: { name: 'name' },
              3: { name: 'containerPort', isNumber: true },
              4: { name: 'protocol' },
            },
          },
        },
      },
    },
  },
};

/**
 * kubectl sends some of its requests in protobuf, whatever the server would like: questions about one's own rights,
 * and what `kubectl create` makes. The messages of these are read here, by the field numbers of Kubernetes'
 * `generated.proto`.
 */
export const MESSAGES: Record<string, Message> = {
  Deployment: {
    1: metadata,
    2: {
      name: 'spec',
      of: {
        1: { name: 'replicas', isNumber: true },
        2: {
          name: 'selector',
          of: { 1: { name: 'matchLabels', map: 'text' } },
        },
        3: { name: 'template', of: podTemplate },
      },
    },
  },
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
