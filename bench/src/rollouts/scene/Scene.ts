import type { ControlPlane } from '@eks-deploy/control-plane';
import type { Part } from '../../parts/startPart';
import type { BenchCluster, SideName } from '../backend/BackendCalls';
import type { BenchOptions } from '../options';
import type { PassThroughCalls } from '../passThrough/PassThroughCalls';
import type { KubernetesApi } from '../seed/KubernetesApi';
import type { Workload } from '../seed/Workload';

/** What both sides are measured on. */
export interface Scene {
  options: BenchOptions;
  controlPlane: ControlPlane;
  api: KubernetesApi;
  /** For markers alone, which wait behind no other request. */
  markerApi: KubernetesApi;
  passThrough: Part<PassThroughCalls>;
  workloads: Workload[];
  /** Components that nothing runs of, in empty namespaces, as many as there are namespaces with pods. */
  bare: Workload[];
  /** What viewers look at. */
  hot: Workload[];
  /** The clusters as a side is configured with them: one API server under as many names, each counted for itself. */
  clustersOf(side: SideName): BenchCluster[];
  viewersFile: string;
  logFolder: string;
  close(): Promise<void>;
}

/** Names of the clusters; all but the first are for the test with a dead one. */
export const CLUSTERS = ['first', 'second', 'third'];

/** What the pass-through calls the way from a side to a cluster. */
export function toListenerName(side: SideName, cluster: string): string {
  return `${side}-${cluster}`;
}
