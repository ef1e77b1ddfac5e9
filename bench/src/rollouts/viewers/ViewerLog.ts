import { nowMs } from '../../parts/clock';
import { parseMarker } from './marker';
import type {
  FinalState,
  FirstData,
  SeenDeployment,
  Sighting,
} from './ViewerCalls';

/** What one viewer has seen. */
export class ViewerLog {
  private readonly openedAt = nowMs();
  private firstDataMs?: number;
  private readonly markers = new Map<string, number>();
  private sightings: Sighting[] = [];
  private deployments: Record<string, SeenDeployment[]> = {};

  constructor(
    private readonly viewer: number,
    private readonly entity: string,
  ) {}

  /** The view has changed; by cluster. A cluster that is still waited for is left out. */
  see(deployments: Record<string, SeenDeployment[]>): void {
    const at = nowMs();
    this.firstDataMs ??= at - this.openedAt;
    this.deployments = deployments;
    for (const [cluster, seen] of Object.entries(deployments)) {
      const newest = Math.max(
        0,
        ...seen.map(({ marker }) => parseMarker(marker)),
      );
      if (newest > (this.markers.get(cluster) ?? 0)) {
        this.markers.set(cluster, newest);
        const { viewer, entity } = this;
        this.sightings.push({ viewer, entity, cluster, marker: newest, at });
      }
    }
  }

  get firstData(): FirstData {
    const { viewer, entity, openedAt, firstDataMs: ms } = this;
    return { viewer, entity, openedAt, ms };
  }

  get finalState(): FinalState {
    const { viewer, entity, deployments } = this;
    return { viewer, entity, deployments };
  }

  takeSightings(): Sighting[] {
    const taken = this.sightings;
    this.sightings = [];
    return taken;
  }
}
