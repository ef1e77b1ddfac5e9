import type { Original, StoredObject } from './copyWorkload';
import type { KubernetesApi } from './KubernetesApi';
import {
  aDeployment,
  aPod,
  aReplicaSet,
  toHash,
  toNodeName,
} from './manifests';
import { deploymentStatus, podStatus, replicaSetStatus } from './statuses';
import type { Workload } from './Workload';

/** Writes a Deployment, its ReplicaSet and one pod through the API server, as its controllers would at the end of a rollout. */
export async function createOriginal(
  api: KubernetesApi,
  workload: Workload,
): Promise<Original> {
  const { name, namespace, replicas } = workload;
  const apps = `/apis/apps/v1/namespaces/${namespace}`;
  const pods = `/api/v1/namespaces/${namespace}/pods`;
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const manifest = aDeployment(workload);
  const { image } = manifest.spec.template.spec.containers[0];

  const { metadata } = await api.post<StoredObject>(
    `${apps}/deployments`,
    manifest,
  );
  const set = await api.post<StoredObject>(
    `${apps}/replicasets`,
    aReplicaSet(workload, metadata.uid),
  );
  const pod = await api.post<StoredObject>(
    pods,
    aPod(workload, set.metadata.uid, 0, toNodeName(0)),
  );
  return {
    workload,
    hash: toHash(name),
    pod: await api.patch(`${pods}/${pod.metadata.name}/status`, {
      status: podStatus(image, at),
    }),
    replicaSet: await api.patch(
      `${apps}/replicasets/${set.metadata.name}/status`,
      { status: replicaSetStatus(replicas) },
    ),
    deployment: await api.patch(`${apps}/deployments/${name}/status`, {
      status: deploymentStatus(replicas, set.metadata.name, at),
    }),
  };
}
