import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { FakeCluster, type FakeObject } from './FakeCluster';

/** A state of a rollout, recorded from a real Kubernetes, and what kubectl said of it. */
export interface Recording {
  state: string;
  kubectl: { stdout: string; stderr: string };
  objects: Array<FakeObject & { kind: string }>;
  /** Absent in the older ones. */
  recordedAt?: string;
}

/** The recordings of a folder below `rollouts/__fixtures__`. */
export function readRecordings(name = '.'): Recording[] {
  const folder = join(__dirname, '..', 'rollouts', '__fixtures__', name);
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** One of them by its state. */
export function readRecording(name: string, state: string): Recording {
  const found = readRecordings(name).find(one => one.state === state);
  if (!found) {
    throw new Error(`${state} is not recorded in ${name}.`);
  }
  return found;
}

/** The rows of a recording's objects of one kind. */
export function pickRows<Item, Row>(
  { objects }: Recording,
  kind: string,
  toRow: (object: Item) => Row,
): Row[] {
  return objects
    .filter(object => object.kind === kind)
    .map(object => toRow(object as Item));
}

/** When it was recorded; in doubt the latest time that anything in it tells of. */
export function getMoment({ objects, recordedAt }: Recording): Date {
  if (recordedAt) {
    return new Date(recordedAt);
  }
  const times =
    JSON.stringify(objects).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  return new Date(times.sort().at(-1) ?? 0);
}

const LISTS: Record<string, string> = {
  Deployment: '/apis/apps/v1/namespaces/chat/deployments',
  ReplicaSet: '/apis/apps/v1/namespaces/chat/replicasets',
  Rollout: '/apis/argoproj.io/v1alpha1/namespaces/chat/rollouts',
  Pod: '/api/v1/namespaces/chat/pods',
  Event: '/api/v1/namespaces/chat/events',
};
const LABELLED = ['Deployment', 'Rollout'];

/** A cluster that holds what was recorded, as Workloads of the component `chat` in namespace `chat`. */
export function aRecordedCluster(recording: Recording): FakeCluster {
  const cluster = new FakeCluster();
  const labels = { [ANNOTATION_KUBERNETES_ID]: 'chat' };
  for (const object of recording.objects) {
    const labelled = { ...object.metadata, ...{ labels } };
    cluster.put(
      LISTS[object.kind],
      LABELLED.includes(object.kind)
        ? { ...object, metadata: labelled }
        : object,
    );
  }
  return cluster;
}
