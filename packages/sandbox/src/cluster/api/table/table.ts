import { isObject, type KubeObject } from '../../objects';
import { apiVersionOf, type ResourceType } from '../../storage';
import type { Column } from './columns';
import {
  columnsOfPlainKinds,
  defaultColumns,
  eventColumns,
  nodeColumns,
} from './otherColumns';
import { podColumns } from './podColumns';
import {
  autoscalerColumns,
  deploymentColumns,
  replicaSetColumns,
} from './workloadColumns';

/** How much of each object a row carries. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

const columnsOfKind = {
  ...columnsOfPlainKinds,
  Pod: podColumns,
  Deployment: deploymentColumns,
  ReplicaSet: replicaSetColumns,
  HorizontalPodAutoscaler: autoscalerColumns,
  Event: eventColumns,
  Node: nodeColumns,
} as Record<string, Column[] | undefined>;

/** Whether the client would rather have a table, which `kubectl get` prints. */
export function wantsTable(accept: string): boolean {
  return accept
    .split(',')
    .some(type => type.includes('as=Table') && type.includes('g=meta.k8s.io'));
}

/** A `meta.k8s.io/v1` Table of the objects. */
export function toTable(
  type: ResourceType,
  objects: KubeObject[],
  metadata: unknown,
  include: IncludeObject = 'Metadata',
) {
  const columns = columnsOfKind[type.kind] ?? defaultColumns;
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(column => ({
      name: column.name,
      type: column.type ?? 'string',
      format: column.format ?? '',
      description: '',
      priority: column.wide ? 1 : 0,
    })),
    rows: objects.map(object => ({
      cells: columns.map(column => column.cell(object)),
      ...(include !== 'None' && { object: rowObject(type, object, include) }),
    })),
  };
}

/** The table of what a handler answered, be it a list or a single object. */
export function tableOf(
  type: ResourceType,
  body: unknown,
  include: IncludeObject,
) {
  if (!isObject(body) || body.kind === 'Status') return body;
  const objects = Array.isArray(body.items) ? body.items : [body];
  const metadata = Array.isArray(body.items)
    ? body.metadata
    : {
        resourceVersion: (body as unknown as KubeObject).metadata
          .resourceVersion,
      };
  return toTable(type, objects as KubeObject[], metadata, include);
}

/** How much of each object the client asks for. */
export function includeOf({
  query,
}: {
  query: URLSearchParams;
}): IncludeObject {
  const value = query.get('includeObject');
  return value === 'Object' || value === 'None' ? value : 'Metadata';
}

function rowObject(
  type: ResourceType,
  object: KubeObject,
  include: IncludeObject,
) {
  if (include === 'Object') {
    return { ...object, kind: type.kind, apiVersion: apiVersionOf(type) };
  }
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata,
  };
}
