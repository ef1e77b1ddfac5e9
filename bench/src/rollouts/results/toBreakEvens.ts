import { breakEven } from '../../measure/breakEven';
import type { RoundResult } from '../rounds/RoundResult';
import type { Cost } from '../side/Cost';
import type { Rounds } from './Findings';
import type { Metric } from './Metric';
import { toMetric } from './toMetric';

const WINDOWS = ['idle', 'rolling', 'events'] as const;

/** What the API server gives, by the name of the metric. */
const resources = {
  Calls: ({ calls }: Cost) => calls,
  Bytes: ({ apiBytes }: Cost) => apiBytes,
  Cpu: ({ apiServerCpuSeconds }: Cost, { apiServerBaseline }: RoundResult) =>
    apiServerCpuSeconds === undefined || apiServerBaseline === undefined
      ? undefined
      : apiServerCpuSeconds - apiServerBaseline,
};

/**
 * From how many viewers on watching costs the API server less than polling, the entities being as many.
 *
 * CPU is told for the idle window alone: in the others the API server works for whoever disturbs it too.
 */
export function toBreakEvens(rounds: Rounds): Record<string, Metric> {
  const metrics: Record<string, Metric> = {};
  for (const window of WINDOWS) {
    for (const [name, of] of Object.entries(resources)) {
      if (name !== 'Cpu' || window === 'idle') {
        metrics[`${window}BreakEven${name}`] = toMetric(
          'viewers',
          rounds.ours.map((ours, index) => {
            const peer = rounds.peer[index];
            const costs = [of(ours[window], ours), of(peer[window], peer)];
            return { ours: toViewers(costs, peer.viewers) };
          }),
        );
      }
    }
  }
  return metrics;
}

function toViewers(
  [ours, peer]: Array<number | undefined>,
  viewers: number,
): number | undefined {
  return ours === undefined || peer === undefined
    ? undefined
    : breakEven({ ours, peer, viewers });
}
