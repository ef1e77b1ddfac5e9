import type { Cost } from '../side/Cost';
import type { Findings } from './Findings';
import type { Goal, Metric } from './Metric';
import { pairRounds } from './pairRounds';
import { toMetric } from './toMetric';

const WINDOWS = ['idle', 'rolling', 'events'] as const;
const TIMES_200: Goal = { times: 200 };

/** What viewers cost the API server, the network and the backend. */
export function toCostMetrics(
  rounds: Findings['rounds'],
): Record<string, Metric> {
  const metrics: Record<string, Metric> = {};
  for (const window of WINDOWS) {
    const ofAll = (of: (cost: Cost) => number) =>
      pairRounds(rounds, round => of(round[window]));
    const ofEach = (of: (cost: Cost) => number) =>
      pairRounds(rounds, round => of(round[window]) / round.viewers);
    const bytesGoal = window === 'idle' ? TIMES_200 : undefined;
    metrics[`${window}Calls`] = toMetric(
      'API calls/min',
      ofAll(({ calls }) => calls),
      TIMES_200,
    );
    metrics[`${window}RawBytes`] = toMetric(
      'bytes/viewer-min',
      ofEach(({ rawBytes }) => rawBytes),
      bytesGoal,
    );
    metrics[`${window}WireBytes`] = toMetric(
      'bytes/viewer-min',
      ofEach(({ wireBytes }) => wireBytes),
      bytesGoal,
    );
    metrics[`${window}Cpu`] = toMetric(
      'backend CPU s/min',
      ofAll(({ cpuSeconds }) => cpuSeconds),
    );
  }
  metrics.callsPerExtraViewer = toMetric(
    'API calls/min',
    pairRounds(
      rounds,
      ({ idle, idleOfFew, viewers, entities }) =>
        Math.max(0, idle.calls - idleOfFew.calls) / (viewers - entities),
    ),
    { atMost: 0.05 },
  );
  return metrics;
}
