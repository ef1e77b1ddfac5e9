import type { KubernetesApi } from '../seed/KubernetesApi';
import type { Workload } from '../seed/Workload';

/** A stride that has no divisor in common with most numbers of pods, so that each event meets another namespace. */
const STRIDE = 7_919;

interface Listed {
  metadata: { name: string; namespace: string };
}

/** Changes pods as a kubelet would when a container was restarted. */
export class PodToucher {
  private constructor(
    private readonly api: KubernetesApi,
    private readonly pods: Listed[],
  ) {}

  /** For the pods of all namespaces that the workloads are in. */
  static async find(
    api: KubernetesApi,
    workloads: Workload[],
  ): Promise<PodToucher> {
    const namespaces = new Set(workloads.map(({ namespace }) => namespace));
    const lists = await Promise.all(
      Array.from(namespaces, namespace =>
        api.get<{ items: Listed[] }>(`/api/v1/namespaces/${namespace}/pods`),
      ),
    );
    return new PodToucher(
      api,
      lists.flatMap(({ items }) => items),
    );
  }

  async touch(count: number): Promise<void> {
    const { name, namespace } =
      this.pods[(count * STRIDE) % this.pods.length].metadata;
    const change = {
      op: 'replace',
      path: '/status/containerStatuses/0/restartCount',
      value: count,
    };
    await this.api
      .patch(
        `/api/v1/namespaces/${namespace}/pods/${name}/status`,
        [change],
        'json',
      )
      .catch(error => {
        // A restart may have replaced it since.
        if (!/got 404/.test(String(error))) {
          throw error;
        }
      });
  }
}
