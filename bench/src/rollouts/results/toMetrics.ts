import type { Pair } from '../../measure/compare';
import { percentile } from '../../measure/percentile';
import type { DeadClusterResult } from '../rounds/playDeadCluster';
import type { Findings } from './Findings';
import type { Goal, Metric } from './Metric';
import { pairRounds } from './pairRounds';
import { toBreakEvens } from './toBreakEvens';
import { toCostMetrics } from './toCostMetrics';
import { toMetric } from './toMetric';
import { toTimeMetrics } from './toTimeMetrics';

const NONE: Goal = { atMost: 0 };

/** The table, line by line. */
export function toMetrics({
  rounds,
  soak,
  deadCluster,
}: Findings): Record<string, Metric> {
  return {
    ...toCostMetrics(rounds),
    ...toTimeMetrics(rounds),
    heap: toMetric(
      'MB/10,000 pods',
      both(soak, ({ heapPer10kPods }) => heapPer10kPods),
      { atMost: 20 },
    ),
    rssSlope: toMetric(
      'MB/min',
      both(soak, ({ rssSlope }) => rssSlope),
    ),
    rssEnd: toMetric(
      'MB',
      both(soak, ({ rssEnd }) => rssEnd),
    ),
    healthyP99AllAlive: toMetric(
      'ms',
      both(deadCluster, ({ alive }) => percentile(alive, 0.99)),
    ),
    healthyP99OneDead: toMetric(
      'ms',
      both(deadCluster, ({ dead }) => percentile(dead, 0.99)),
    ),
    deadClusterP99: toMetric(
      'times the p99 with all alive',
      both(deadCluster, compareP99),
      { atMost: 1.1 },
    ),
    eventRate: toMetric(
      'events/s',
      pairRounds(rounds, ({ eventRate }) => eventRate),
    ),
    missedEvents: toMetric(
      'markers × viewers',
      pairRounds(rounds, ({ missed }) => missed),
      NONE,
    ),
    visitsWithoutData: toMetric(
      'viewers',
      pairRounds(rounds, ({ withoutData }) => withoutData),
      NONE,
    ),
    unequalViewers: toMetric(
      'viewers',
      pairRounds(rounds, ({ viewers, equalViewers }) => viewers - equalViewers),
      NONE,
    ),
    ...toBreakEvens(rounds),
  };
}

function both<T>(
  { ours, peer }: Record<'ours' | 'peer', T>,
  of: (side: T) => number | undefined,
): Pair[] {
  return [{ ours: of(ours), peer: of(peer) }];
}

/** How much longer with a dead cluster; undefined when something never came at all. */
function compareP99({ alive, dead, missed }: DeadClusterResult) {
  const before = percentile(alive, 0.99);
  const after = percentile(dead, 0.99);
  return before && after && missed === 0 ? after / before : undefined;
}
