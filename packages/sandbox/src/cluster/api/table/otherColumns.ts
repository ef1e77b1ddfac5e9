import {
  isObject,
  valueAt,
  type Event,
  type KubeObject,
  type LabelSelector,
  type Node,
} from '../../objects';
import { formatSelector } from '../../storage';
import { nameColumn, NONE, type Column } from './columns';
import { age } from './duration';

const ageColumn: Column = {
  name: 'Age',
  cell: object => age(object.metadata.creationTimestamp),
};

/** Kinds without columns of their own: name and age. */
export const defaultColumns: Column[] = [nameColumn, ageColumn];

/** The columns of `kubectl get events`. */
export const eventColumns: Column<Event>[] = [
  {
    name: 'Last Seen',
    cell: event => age(event.lastTimestamp ?? event.metadata.creationTimestamp),
  },
  { name: 'Type', cell: event => event.type },
  { name: 'Reason', cell: event => event.reason },
  {
    name: 'Object',
    cell: ({ involvedObject }) =>
      `${involvedObject.kind?.toLowerCase()}/${involvedObject.name}`,
  },
  {
    name: 'Subobject',
    wide: true,
    cell: event => event.involvedObject.fieldPath ?? '',
  },
  {
    name: 'Source',
    wide: true,
    cell: ({ source }) =>
      [source?.component, source?.host].filter(Boolean).join(', '),
  },
  { name: 'Message', cell: event => event.message.trim() },
  {
    name: 'First Seen',
    wide: true,
    cell: event =>
      age(event.firstTimestamp ?? event.metadata.creationTimestamp),
  },
  { name: 'Count', wide: true, cell: event => String(event.count ?? 1) },
  { ...nameColumn, wide: true },
];

/** The columns of `kubectl get nodes`. */
export const nodeColumns: Column<Node>[] = [
  nameColumn,
  {
    name: 'Status',
    cell: ({ spec, status }) => {
      const isReady = status.conditions?.some(
        ({ type, status: value }) => type === 'Ready' && value === 'True',
      );
      return `${isReady ? 'Ready' : 'NotReady'}${
        spec.unschedulable ? ',SchedulingDisabled' : ''
      }`;
    },
  },
  { name: 'Roles', cell: () => NONE },
  ageColumn,
  { name: 'Version', cell: node => nodeInfo(node, 'kubeletVersion') },
  {
    name: 'Internal-IP',
    wide: true,
    cell: ({ status }) =>
      status.addresses?.find(({ type }) => type === 'InternalIP')?.address ??
      NONE,
  },
  { name: 'External-IP', wide: true, cell: () => NONE },
  { name: 'OS-Image', wide: true, cell: node => nodeInfo(node, 'osImage') },
  {
    name: 'Kernel-Version',
    wide: true,
    cell: node => nodeInfo(node, 'kernelVersion'),
  },
  {
    name: 'Container-Runtime',
    wide: true,
    cell: node => nodeInfo(node, 'containerRuntimeVersion'),
  },
];

/** The columns of the kinds that are stored as they come, by kind. */
export const columnsOfPlainKinds: Record<string, Column[]> = {
  Namespace: [
    nameColumn,
    { name: 'Status', cell: ({ status }) => text(status, 'phase') },
    ageColumn,
  ],
  Service: [
    nameColumn,
    { name: 'Type', cell: ({ spec }) => text(spec, 'type') },
    { name: 'Cluster-IP', cell: ({ spec }) => text(spec, 'clusterIP') },
    { name: 'External-IP', cell: () => NONE },
    { name: 'Port(s)', cell: servicePorts },
    ageColumn,
    {
      name: 'Selector',
      wide: true,
      cell: ({ spec }) => {
        const selector = valueAt(spec, 'selector');
        return formatSelector({
          matchLabels: isObject(selector)
            ? (selector as Record<string, string>)
            : {},
        });
      },
    },
  ],
  ConfigMap: [nameColumn, dataColumn(), ageColumn],
  Secret: [
    nameColumn,
    { name: 'Type', cell: object => text(object, 'type') },
    dataColumn(),
    ageColumn,
  ],
  ServiceAccount: [
    nameColumn,
    { name: 'Secrets', type: 'integer', cell: () => 0 },
    ageColumn,
  ],
  PodDisruptionBudget: [
    nameColumn,
    {
      name: 'Min Available',
      cell: ({ spec }) => text(spec, 'minAvailable', 'N/A'),
    },
    {
      name: 'Max Unavailable',
      cell: ({ spec }) => text(spec, 'maxUnavailable', 'N/A'),
    },
    {
      name: 'Allowed Disruptions',
      type: 'integer',
      cell: ({ status }) => Number(valueAt(status, 'disruptionsAllowed') ?? 0),
    },
    ageColumn,
  ],
  Ingress: [
    nameColumn,
    { name: 'Class', cell: ({ spec }) => text(spec, 'ingressClassName') },
    { name: 'Hosts', cell: ingressHosts },
    { name: 'Address', cell: () => '' },
    {
      name: 'Ports',
      cell: ({ spec }) => (valueAt(spec, 'tls') ? '80, 443' : '80'),
    },
    ageColumn,
  ],
  NetworkPolicy: [
    nameColumn,
    {
      name: 'Pod-Selector',
      cell: ({ spec }) =>
        formatSelector(valueAt(spec, 'podSelector') as LabelSelector),
    },
    ageColumn,
  ],
  Lease: [
    nameColumn,
    { name: 'Holder', cell: ({ spec }) => text(spec, 'holderIdentity', '') },
    ageColumn,
  ],
};

function dataColumn(): Column {
  return {
    name: 'Data',
    type: 'integer',
    cell: ({ data, binaryData }) =>
      Object.keys({ ...(data as object), ...(binaryData as object) }).length,
  };
}

function text(value: unknown, field: string, none: string = NONE): string {
  const found = valueAt(value, field);
  return found === undefined || found === null ? none : String(found);
}

function listAt(value: unknown, field: string): unknown[] {
  const found = valueAt(value, field);
  return Array.isArray(found) ? found : [];
}

function servicePorts({ spec }: KubeObject): string {
  const ports = listAt(spec, 'ports').map(port => {
    const nodePort = valueAt(port, 'nodePort');
    return `${text(port, 'port')}${nodePort ? `:${nodePort}` : ''}/${text(
      port,
      'protocol',
      'TCP',
    )}`;
  });
  return ports.join(',') || NONE;
}

function ingressHosts({ spec }: KubeObject): string {
  const hosts = listAt(spec, 'rules').map(rule => text(rule, 'host', '*'));
  return hosts.join(',') || '*';
}

function nodeInfo(node: Node, field: string): string {
  return node.status.nodeInfo?.[field] ?? NONE;
}
