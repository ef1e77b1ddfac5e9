import { percentile } from '../../measure/percentile';
import type { RoundResult } from '../rounds/RoundResult';
import type { Rounds } from './Findings';
import type { Goal, Metric } from './Metric';
import { pairRounds } from './pairRounds';
import { toMetric } from './toMetric';

/** A time, and what half and nearly all of its values have to be. */
interface Time {
  of(round: RoundResult): number[];
  p50?: Goal;
  p99?: Goal;
}

const EVENT = { p50: { atMost: 50 }, p99: { atMost: 250 } };

const times: Record<string, Time> = {
  quietEvent: { of: ({ latencies }) => latencies.quiet, ...EVENT },
  rollingEvent: { of: ({ latencies }) => latencies.rolling, ...EVENT },
  eventsEvent: { of: ({ latencies }) => latencies.events, ...EVENT },
  write: { of: ({ writes }) => writes },
  firstDataCold: { of: ({ firstDataCold }) => firstDataCold },
  firstDataWarm: {
    of: ({ firstDataWarm }) => firstDataWarm,
    p50: { atMost: 15, times: 10 },
    p99: { atMost: 75, times: 10 },
  },
};

/** How long viewers wait. */
export function toTimeMetrics(rounds: Rounds): Record<string, Metric> {
  const metrics: Record<string, Metric> = {};
  for (const [name, { of, p50, p99 }] of Object.entries(times)) {
    const share = (part: number) =>
      pairRounds(rounds, round => percentile(of(round), part));
    metrics[`${name}P50`] = toMetric('ms', share(0.5), p50);
    metrics[`${name}P99`] = toMetric('ms', share(0.99), p99);
  }
  return metrics;
}
