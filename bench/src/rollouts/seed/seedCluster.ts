import type { ControlPlane } from '@eks-deploy/control-plane';
import { ControllerManager } from './ControllerManager';
import { copyWorkload } from './copyWorkload';
import { createOriginal } from './createOriginal';
import { EtcdClient } from './EtcdClient';
import type { KubernetesApi } from './KubernetesApi';
import { aNode, SEED_NODES, toHash, toNodeName } from './manifests';
import { untilCalm } from './untilCalm';
import {
  listBare,
  listWorkloads,
  type SeedSize,
  type Workload,
} from './Workload';

/** A control plane that is filled, and whose controllers run. */
export interface SeededCluster {
  workloads: Workload[];
  /** Components in namespaces that are empty. */
  bare: Workload[];
  controllers: ControllerManager;
}

/**
 * Fills a control plane with Deployments whose rollout is over.
 *
 * The controllers, at their 20 requests a second, would take ten minutes for 10,000 pods. So they are ended; one Deployment
 * with its ReplicaSet and a pod is written through the API server, and copied in etcd under other names and uids. The
 * controllers, started anew, find nothing to do, and from then on every change is theirs.
 */
export async function seedCluster(
  controlPlane: ControlPlane,
  api: KubernetesApi,
  size: SeedSize,
): Promise<SeededCluster> {
  const workloads = listWorkloads(size);
  const bare = listBare(size);
  const namespaces = [...workloads, ...bare].map(({ namespace }) => namespace);
  for (const namespace of new Set(namespaces)) {
    await createNamespace(api, namespace);
  }
  const controllers = await ControllerManager.takeOver(controlPlane);
  try {
    await copyAll(controlPlane, api, workloads);
    // After the pods: KWOK begins to play those of a node as soon as it is there, and they have to have a status by then.
    for (let index = 0; index < SEED_NODES; index += 1) {
      await api.post('/api/v1/nodes', aNode(index));
    }
    controllers.start();
    await untilCalm(api, size);
  } catch (error) {
    await controllers.stop();
    throw error;
  }
  return { workloads, bare, controllers };
}

/** With what pods need to be admitted there. */
async function createNamespace(
  api: KubernetesApi,
  name: string,
): Promise<void> {
  await api.post('/api/v1/namespaces', { metadata: { name } });
  await api
    .post(`/api/v1/namespaces/${name}/serviceaccounts`, {
      metadata: { name: 'default' },
    })
    .catch(error => {
      // The controller was quicker.
      if (!/got 409/.test(String(error))) {
        throw error;
      }
    });
}

async function copyAll(
  controlPlane: ControlPlane,
  api: KubernetesApi,
  workloads: Workload[],
): Promise<void> {
  const nodes = Array.from({ length: SEED_NODES }, (_, index) =>
    toNodeName(index),
  );
  const original = await createOriginal(api, workloads[0]);
  const etcd = await EtcdClient.ofProcess(controlPlane.pidOf('etcd'));
  // The original is overwritten by its copy.
  await etcd.putAll(
    workloads.flatMap(workload =>
      copyWorkload(original, workload, toHash(workload.name), nodes),
    ),
  );
  etcd.close();
}
