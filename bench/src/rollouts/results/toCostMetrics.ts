import type { RoundResult } from '../rounds/RoundResult';
import type { Cost } from '../side/Cost';
import type { Rounds } from './Findings';
import type { Goal, Metric } from './Metric';
import { pairRounds } from './pairRounds';
import { toMetric } from './toMetric';

const WINDOWS = ['idle', 'rolling', 'events'] as const;
const TIMES_200: Goal = { times: 200 };

/** What viewers cost the API server, the network and the backend. */
export function toCostMetrics(rounds: Rounds): Record<string, Metric> {
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
    pairRounds(rounds, toCallsOfExtraViewer),
    { atMost: 0.05 },
  );
  metrics.callsPerArrival = toMetric(
    'API calls',
    pairRounds(rounds, toCallsOfArrival),
  );
  return metrics;
}

/** By cause and over all windows with all viewers: in one window alone a single call would decide. */
function toCallsOfExtraViewer(round: RoundResult): number {
  const ofAll = WINDOWS.map(window => round[window].viewerCalls);
  const mean = ofAll.reduce((sum, calls) => sum + calls, 0) / ofAll.length;
  const more = mean - round.idleOfFew.viewerCalls;
  return Math.max(0, more) / (round.viewers - round.entities);
}

/** What those who are there already cause, polls for one, is not the newcomer's. */
function toCallsOfArrival(round: RoundResult): number {
  const { arriving, idleOfFew, viewers, entities } = round;
  const more = arriving.viewerCalls - idleOfFew.viewerCalls;
  return (Math.max(0, more) * arriving.minutes) / (viewers - entities);
}
