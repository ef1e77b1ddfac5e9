import type { KubernetesApi } from '../seed/KubernetesApi';
import type { Workload } from '../seed/Workload';

let restarts = 0;

/** What `kubectl rollout restart` does, but never twice the same. */
export async function restart(
  api: KubernetesApi,
  { name, namespace }: Workload,
): Promise<void> {
  restarts += 1;
  const at = new Date(restarts * 1_000).toISOString();
  await api.patch(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`, {
    spec: {
      template: {
        metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': at } },
      },
    },
  });
}
