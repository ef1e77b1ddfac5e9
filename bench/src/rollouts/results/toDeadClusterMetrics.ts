import type { Pair } from '../../measure/compare';
import { percentile } from '../../measure/percentile';
import type { SideName } from '../backend/BackendCalls';
import type { DeadClusterPair } from '../rounds/planDeadCluster';
import type { DeadClusterResult } from '../rounds/playDeadCluster';
import type { Metric } from './Metric';
import { toMetric } from './toMetric';

/** How much later changes of healthy clusters come while another is dead; the peer may have had fewer windows. */
export function toDeadClusterMetrics(
  sides: Record<SideName, DeadClusterResult>,
): Record<string, Metric> {
  const pairUp = (of: (pair: DeadClusterPair) => number | undefined): Pair[] =>
    sides.ours.pairs.map((pair, index) => {
      const ofPeer: DeadClusterPair | undefined = sides.peer.pairs[index];
      return { ours: of(pair), peer: ofPeer && of(ofPeer) };
    });
  return {
    healthyP99AllAlive: toMetric(
      'ms',
      pairUp(({ alive }) => percentile(alive, 0.99)),
    ),
    healthyP99OneDead: toMetric(
      'ms',
      pairUp(({ dead }) => percentile(dead, 0.99)),
    ),
    deadClusterP99: toMetric(
      'times the p99 with all alive',
      pairRatios(sides),
      { atMost: 1.1 },
    ),
  };
}

function pairRatios({
  ours,
  peer,
}: Record<SideName, DeadClusterResult>): Pair[] {
  const ofPeer = toRatios(peer);
  return toRatios(ours).map((ratio, index) => ({
    ours: ratio,
    peer: ofPeer[index],
  }));
}

/** How much longer with a dead cluster in each pair of windows; none when something never came at all. */
function toRatios({ pairs, missed }: DeadClusterResult) {
  return pairs.map(({ alive, dead }) => {
    const before = percentile(alive, 0.99);
    const after = percentile(dead, 0.99);
    return before && after && missed === 0 ? after / before : undefined;
  });
}
