import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import pLimit from 'p-limit';
import { ClusterPulse, type PulseTimes } from './ClusterPulse';
import { Turns } from './Turns';

/** A portal that starts would otherwise ask for everything at once, and have all of it late. */
const LISTS_AT_ONCE = 16;

/** What all that is followed of one cluster has in common. */
export class FollowedCluster {
  readonly pulse: ClusterPulse;
  /** In which those ask again that it refuses a right. */
  readonly turns = new Turns();
  /** Runs the reading of a list once it is its turn. */
  readonly list = pLimit(LISTS_AT_ONCE);
  /** Whether a WATCH may begin with the list, which API servers do by default since Kubernetes 1.34 (KEP-3157). */
  streamsLists = true;
  /** Like `Math.random`; spreads what would otherwise happen to all at once. */
  readonly random: () => number;

  constructor(options: {
    clusters: ClusterClient;
    logger: LoggerService;
    cluster: string;
    times?: Partial<PulseTimes>;
    random?: () => number;
  }) {
    const { clusters, logger, cluster, times, random = Math.random } = options;
    this.random = random;
    this.pulse = new ClusterPulse(
      request => clusters.get(request),
      error =>
        logger.warn('Lost sight of a cluster, asks again by itself', {
          cluster,
          error: String(error),
        }),
      times,
      random,
    );
  }
}
