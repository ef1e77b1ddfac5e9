import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { ClusterPulse, type PulseTimes } from './ClusterPulse';

/** What all that is followed of one cluster has in common. */
export class FollowedCluster {
  readonly pulse: ClusterPulse;
  /** Whether a WATCH may begin with the list, which API servers do by default since Kubernetes 1.34 (KEP-3157). */
  streamsLists = true;

  constructor(clusters: ClusterClient, times?: Partial<PulseTimes>) {
    this.pulse = new ClusterPulse(request => clusters.get(request), times);
  }
}
