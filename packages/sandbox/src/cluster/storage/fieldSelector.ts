import { valueAt, type KubeObject } from '../objects';
import { badRequest } from './apiError';
import type { ResourceType } from './resourceType';

const EVERYWHERE = ['metadata.name', 'metadata.namespace'];

/** The fields beyond name and namespace that a kind can be selected by. */
const FIELDS_OF_KIND: Record<string, string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  ReplicaSet: ['status.replicas'],
  Node: ['spec.unschedulable'],
  Namespace: ['status.phase'],
  Secret: ['type'],
  Job: ['status.successful'],
};

/** Parses a `fieldSelector` query; a field the kind cannot be selected by is a 400, as on the real server. */
export function parseFieldSelector(
  query: string,
  type: ResourceType,
): (object: KubeObject) => boolean {
  const terms = query
    .split(',')
    .filter(term => term !== '')
    .map(term => {
      const parsed = /^([^!=]+)(==|=|!=)(.*)$/.exec(term);
      if (!parsed) {
        throw badRequest(
          `invalid selector: '${term}'; can't understand '${term}'`,
        );
      }
      const [, field, operator, value] = parsed;
      assertSelectable(field, type);
      return (object: KubeObject) =>
        (fieldOf(object, field) === value) === (operator !== '!=');
    });
  return object => terms.every(term => term(object));
}

function assertSelectable(field: string, type: ResourceType): void {
  if (EVERYWHERE.includes(field)) return;
  if (FIELDS_OF_KIND[type.kind]?.includes(field)) return;
  throw badRequest(
    `Unable to find "${type.group ? `${type.group}/` : ''}${
      type.version
    }, Resource=${
      type.plural
    }" that match label selector "", field selector "${field}": field label not supported: ${field}`,
  );
}

function fieldOf(object: KubeObject, field: string): string {
  const path = field === 'source' ? 'source.component' : field;
  const value = valueAt(object, ...path.split('.'));
  return value === undefined || value === null ? '' : String(value);
}
