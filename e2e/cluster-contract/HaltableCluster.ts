import type { ClusterUnderTest } from './ClusterUnderTest';

/** A cluster parts of which can be made to stand still, for good. */
export interface HaltableCluster extends ClusterUnderTest {
  /** Nothing more is heard of any node; that they are lost is for the cluster to find. */
  haltKubelets(): Promise<void>;
  /** Nothing more is made of what Deployments and ReplicaSets ask for. */
  haltControllers(): Promise<void>;
}
