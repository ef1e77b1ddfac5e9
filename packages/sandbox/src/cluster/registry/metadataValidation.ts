import type { KubeObject } from '../objects';
import type { FieldCause, ResourceType } from '../storage';
import { required, wrong } from './fieldCauses';

const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

const SUBDOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

/** RBAC names may hold `:` and the like: any path segment will do. */
const FREELY_NAMED = [
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
  'Event',
];

/** What is wrong with an object's name and labels. */
export function metadataCauses(
  type: ResourceType,
  object: KubeObject,
): FieldCause[] {
  return [...nameCauses(type, object), ...labelCauses(object)];
}

function nameCauses(type: ResourceType, object: KubeObject): FieldCause[] {
  const { name } = object.metadata;
  if (!name) {
    return [required('metadata.name', 'name or generateName is required')];
  }
  if (FREELY_NAMED.includes(type.kind)) return [];
  if (type.kind === 'Namespace' || type.kind === 'Service') {
    return LABEL.test(name) && name.length <= 63
      ? []
      : [wrong('metadata.name', name, LABEL_RULE)];
  }
  return SUBDOMAIN.test(name) && name.length <= 253
    ? []
    : [wrong('metadata.name', name, SUBDOMAIN_RULE)];
}

function labelCauses(object: KubeObject): FieldCause[] {
  return Object.values(object.metadata.labels ?? {})
    .filter(
      value =>
        typeof value !== 'string' ||
        value.length > 63 ||
        !LABEL_VALUE.test(value),
    )
    .map(value =>
      wrong(
        'metadata.labels',
        value,
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
      ),
    );
}
