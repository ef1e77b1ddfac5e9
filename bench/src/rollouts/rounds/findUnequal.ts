import { isDeepStrictEqual } from 'node:util';
import type { KubernetesApi } from '../seed/KubernetesApi';
import type { Workload } from '../seed/Workload';
import { MARKER_ANNOTATION } from '../viewers/marker';
import type { FinalState, SeenDeployment } from '../viewers/ViewerCalls';

interface ListedDeployment {
  metadata: {
    uid: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  spec: {
    replicas: number;
    template: { spec: { containers: Array<{ image: string }> } };
  };
  status: {
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
  };
}

/** The viewers whose view is not what a fresh LIST of their namespace tells, in any of the clusters. */
export async function findUnequal(
  api: KubernetesApi,
  workloads: Workload[],
  states: FinalState[],
  clusters: string[],
): Promise<FinalState[]> {
  const listed = new Map<string, SeenDeployment[]>();
  for (const { name, namespace } of workloads) {
    const { items } = await api.get<{ items: ListedDeployment[] }>(
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
    );
    const own = items.filter(
      ({ metadata }) => metadata.labels['backstage.io/kubernetes-id'] === name,
    );
    listed.set(name, own.map(toSeen));
  }
  return states.filter(({ entity, deployments }) =>
    clusters.some(
      cluster => !isDeepStrictEqual(deployments[cluster], listed.get(entity)),
    ),
  );
}

function toSeen({ metadata, spec, status }: ListedDeployment): SeenDeployment {
  return {
    uid: metadata.uid,
    revision: Number(metadata.annotations['deployment.kubernetes.io/revision']),
    marker: metadata.annotations[MARKER_ANNOTATION],
    images: spec.template.spec.containers.map(({ image }) => image),
    desired: spec.replicas,
    updated: status.updatedReplicas ?? 0,
    ready: status.readyReplicas ?? 0,
    available: status.availableReplicas ?? 0,
  };
}
