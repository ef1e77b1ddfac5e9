import { nowMs } from '../../parts/clock';
import type { KubernetesApi } from '../seed/KubernetesApi';
import type { Workload } from '../seed/Workload';
import { formatMarker, MARKER_ANNOTATION } from '../viewers/marker';
import type { Marker } from './Marker';

/** Writes markers to Deployments directly at the API server; never lower than one before. */
export class MarkerWriter {
  private static last = 0;
  readonly written: Marker[] = [];

  constructor(
    private readonly api: KubernetesApi,
    private readonly workloads: Workload[],
  ) {}

  /** Writes the next one, to each Deployment in turn. */
  async write(window: string): Promise<void> {
    MarkerWriter.last += 1;
    const marker = MarkerWriter.last;
    const { name, namespace } = this.workloads[marker % this.workloads.length];
    const sentAt = nowMs();
    await this.api.patch(
      `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`,
      {
        metadata: {
          annotations: { [MARKER_ANNOTATION]: formatMarker(marker) },
        },
      },
    );
    const answeredAt = nowMs();
    this.written.push({ marker, entity: name, window, sentAt, answeredAt });
  }
}
