import type {
  Deployment,
  HorizontalPodAutoscaler,
  PodTemplate,
  ReplicaSet,
} from '../../objects';
import { valueAt } from '../../objects';
import { formatSelector } from '../../storage';
import { nameColumn, NONE, type Column } from './columns';
import { age } from './duration';

/** The columns of `kubectl get deployments`. */
export const deploymentColumns: Column<Deployment>[] = [
  nameColumn,
  {
    name: 'Ready',
    cell: ({ spec, status }) =>
      `${status?.readyReplicas ?? 0}/${spec.replicas}`,
  },
  {
    name: 'Up-to-date',
    type: 'integer',
    cell: ({ status }) => status?.updatedReplicas ?? 0,
  },
  {
    name: 'Available',
    type: 'integer',
    cell: ({ status }) => status?.availableReplicas ?? 0,
  },
  { name: 'Age', cell: ({ metadata }) => age(metadata.creationTimestamp) },
  ...templateColumns<Deployment>(),
];

/** The columns of `kubectl get replicasets`. */
export const replicaSetColumns: Column<ReplicaSet>[] = [
  nameColumn,
  { name: 'Desired', type: 'integer', cell: ({ spec }) => spec.replicas },
  {
    name: 'Current',
    type: 'integer',
    cell: ({ status }) => status?.replicas ?? 0,
  },
  {
    name: 'Ready',
    type: 'integer',
    cell: ({ status }) => status?.readyReplicas ?? 0,
  },
  { name: 'Age', cell: ({ metadata }) => age(metadata.creationTimestamp) },
  ...templateColumns<ReplicaSet>(),
];

/** The columns of `kubectl get hpa`. */
export const autoscalerColumns: Column<HorizontalPodAutoscaler>[] = [
  nameColumn,
  {
    name: 'Reference',
    cell: ({ spec: { scaleTargetRef } }) =>
      `${scaleTargetRef.kind}/${scaleTargetRef.name}`,
  },
  { name: 'Targets', cell: targets },
  {
    name: 'MinPods',
    cell: ({ spec }) => String(spec.minReplicas),
  },
  { name: 'MaxPods', type: 'integer', cell: ({ spec }) => spec.maxReplicas },
  {
    name: 'Replicas',
    type: 'integer',
    cell: ({ status }) => status?.currentReplicas ?? 0,
  },
  { name: 'Age', cell: ({ metadata }) => age(metadata.creationTimestamp) },
];

function templateColumns<T extends Deployment | ReplicaSet>(): Column<T>[] {
  const containers = ({ spec }: T) =>
    (spec.template as PodTemplate).spec.containers;
  return [
    {
      name: 'Containers',
      wide: true,
      cell: object =>
        containers(object)
          .map(({ name }) => name)
          .join(','),
    },
    {
      name: 'Images',
      wide: true,
      cell: object =>
        containers(object)
          .map(({ image }) => image)
          .join(','),
    },
    {
      name: 'Selector',
      wide: true,
      cell: ({ spec }) => formatSelector(spec.selector),
    },
  ];
}

function targets({ spec, status }: HorizontalPodAutoscaler): string {
  const metrics = spec.metrics ?? [];
  if (!metrics.length) return NONE;
  return metrics
    .map(({ resource }, index) => {
      const current = valueAt(
        status?.currentMetrics?.[index],
        'resource',
        'current',
        'averageUtilization',
      );
      const now = current === undefined ? '<unknown>' : `${current}%`;
      return `${resource?.name ?? 'metric'}: ${now}/${
        resource?.target.averageUtilization ?? '<auto>'
      }%`;
    })
    .join(', ');
}
