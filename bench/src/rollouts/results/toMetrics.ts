import type { Findings, Rounds } from './Findings';
import type { Goal, Metric } from './Metric';
import { pairRounds } from './pairRounds';
import { toBreakEvens } from './toBreakEvens';
import { toCostMetrics } from './toCostMetrics';
import { toDeadClusterMetrics } from './toDeadClusterMetrics';
import { toHeapMetrics } from './toHeapMetrics';
import { toMetric } from './toMetric';
import { toTimeMetrics } from './toTimeMetrics';

const NONE: Goal = { atMost: 0 };

/** The table, line by line. */
export function toMetrics({
  rounds,
  dead,
  heap,
}: Findings): Record<string, Metric> {
  return {
    ...(rounds && toRoundMetrics(rounds)),
    ...(dead && toDeadClusterMetrics(dead)),
    ...(heap && toHeapMetrics(heap)),
  };
}

function toRoundMetrics(rounds: Rounds): Record<string, Metric> {
  return {
    ...toCostMetrics(rounds),
    ...toTimeMetrics(rounds),
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
