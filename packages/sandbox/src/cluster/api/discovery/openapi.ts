import {
  apiVersionOf,
  unknownResource,
  type ResourceType,
} from '../../storage';
import type { Discovery } from './discovery';

/** `/openapi/v2`, without a single definition: kubectl asks for it before it applies a List. */
export const openapiV2 = {
  swagger: '2.0',
  info: { title: 'Kubernetes', version: 'sandbox' },
  paths: {},
};

/** kubectl accepts it with an `@`, which Go cannot parse in an answer's content type: the real server writes a dot. */
export const OPENAPI_V2_PROTOBUF =
  'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

/** `openapiV2` in that form: field 1 is `swagger`, field 2 `info` with `title` and `version`. */
export function openapiV2Protobuf(): Buffer {
  const text = (field: number, value: string | Buffer) =>
    Buffer.concat([
      Buffer.from([field * 8 + 2, value.length]),
      Buffer.from(value),
    ]);
  const { swagger, info } = openapiV2;
  return Buffer.concat([
    text(1, swagger),
    text(2, Buffer.concat([text(1, info.title), text(2, info.version)])),
  ]);
}

/** `/openapi/v3`: where the document of each group and version lies. */
export function openapiIndex(discovery: Discovery) {
  const paths = ['', ...discovery.groups()].flatMap(group =>
    discovery.versionsOf(group).map(version => pathOfVersion(group, version)),
  );
  return {
    paths: Object.fromEntries(
      paths.map(path => [
        path,
        { serverRelativeURL: `/openapi/v3/${path}?hash=sandbox` },
      ]),
    ),
  };
}

/**
 * The document of a group and version, as much as kubectl looks for: that PATCH takes `dryRun` and `fieldValidation`,
 * so that it leaves validation to the server. There are no schemas: `kubectl explain` has nothing to say.
 */
export function openapiDocument(
  discovery: Discovery,
  group: string,
  version: string,
) {
  const types = discovery
    .resources()
    .filter(type => type.group === group && type.version === version);
  if (!types.length) throw unknownResource();
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'sandbox' },
    paths: Object.fromEntries(
      types.map(type => [objectPath(type), { patch: patchOperation(type) }]),
    ),
    components: { schemas: {} },
  };
}

function pathOfVersion(group: string, version: string): string {
  return group ? `apis/${group}/${version}` : `api/${version}`;
}

function objectPath(type: ResourceType): string {
  const scope = type.namespaced ? 'namespaces/{namespace}/' : '';
  return `/${pathOfVersion(type.group, type.version)}/${scope}${
    type.plural
  }/{name}`;
}

function patchOperation(type: ResourceType) {
  const { group, version, kind } = type;
  return {
    description: `partially update the specified ${kind}`,
    operationId: `patch${apiVersionOf(type)}${kind}`,
    parameters: ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(
      name => ({ name, in: 'query', schema: { type: 'string' } }),
    ),
    responses: { 200: { description: 'OK' } },
    'x-kubernetes-action': 'patch',
    'x-kubernetes-group-version-kind': { group, version, kind },
  };
}
