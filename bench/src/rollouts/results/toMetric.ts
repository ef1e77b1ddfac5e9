import { compare, type Pair } from '../../measure/compare';
import type { Goal, Metric } from './Metric';

/** A metric of what the rounds found, held to its goal. */
export function toMetric(unit: string, pairs: Pair[], goal?: Goal): Metric {
  const { ours, peer, ratio, spread } = compare(pairs);
  return {
    unit,
    ours: round(ours),
    peer: round(peer),
    ratio: round(ratio),
    spread: spread ? (spread.map(one => round(one)) as [number, number]) : null,
    goal: goal ? formatGoal(goal) : null,
    met: goal ? isMet(goal, ours, ratio) : null,
  };
}

/** What wasn't measured is not met. */
function isMet(
  { atMost = Infinity, times = 0 }: Goal,
  ours: number | undefined,
  ratio: number | undefined,
): boolean {
  return (
    ours !== undefined &&
    ours <= atMost &&
    (times === 0 || (ratio !== undefined && ratio >= times))
  );
}

function formatGoal({ atMost, times }: Goal): string {
  return [
    ...(atMost === undefined ? [] : [`≤ ${atMost}`]),
    ...(times === undefined ? [] : [`≥ ${times}×`]),
  ].join(', ');
}

/** Three significant digits: there is no more in it. */
function round(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value)
    ? null
    : Number(value.toPrecision(3));
}
