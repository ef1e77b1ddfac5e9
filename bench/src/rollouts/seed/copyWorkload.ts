import { randomUUID } from 'node:crypto';
import type { Workload } from './Workload';

/** An object as the API server answers it. */
export interface StoredObject {
  kind: 'Deployment' | 'ReplicaSet' | 'Pod';
  metadata: { uid: string; name: string; namespace: string };
}

/** A Deployment with its ReplicaSet and one pod, to be copied. */
export interface Original {
  workload: Workload;
  hash: string;
  deployment: StoredObject;
  replicaSet: StoredObject;
  pod: StoredObject;
}

/** A key of etcd and the object there, JSON: the API server reads it as well as the protobuf that it writes itself. */
export interface Entry {
  key: string;
  value: string;
}

const places = {
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  Pod: 'pods',
};

/**
 * The same under other names and uids, the Deployment last.
 *
 * @param nodes - names of the nodes that its pods are on, in turn.
 */
export function copyWorkload(
  original: Original,
  { name, namespace, replicas }: Workload,
  hash: string,
  nodes: string[],
): Entry[] {
  const { deployment, replicaSet, pod, workload } = original;
  const names: Array<[string, string]> = [
    [workload.name, name],
    [original.hash, hash],
    [`"namespace":"${workload.namespace}"`, `"namespace":"${namespace}"`],
    [deployment.metadata.uid, randomUUID()],
    [replicaSet.metadata.uid, randomUUID()],
  ];
  const podNode = /"nodeName":"[^"]+"/.exec(JSON.stringify(pod))?.[0] ?? '';
  const pods = Array.from({ length: replicas }, (_, index) =>
    copy(pod, [
      [podNode, `"nodeName":"${nodes[index % nodes.length]}"`],
      [pod.metadata.name, `${pod.metadata.name.slice(0, -2)}${pad(index)}`],
      [pod.metadata.uid, randomUUID()],
      ...names,
    ]),
  );
  return [copy(replicaSet, names), ...pods, copy(deployment, names)];
}

function copy(object: StoredObject, names: Array<[string, string]>): Entry {
  const text = names.reduce(
    (copied, [from, to]) => copied.replaceAll(from, to),
    // etcd itself has the version.
    JSON.stringify({
      ...object,
      metadata: { ...object.metadata, resourceVersion: undefined },
    }),
  );
  const { kind, metadata } = JSON.parse(text) as StoredObject;
  const place = [places[kind], metadata.namespace, metadata.name];
  return { key: `/registry/${place.join('/')}`, value: text };
}

function pad(index: number): string {
  return String(index).padStart(2, '0');
}
