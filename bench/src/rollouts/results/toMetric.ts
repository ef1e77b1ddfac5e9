import { compare, type Pair } from '../../measure/compare';
import type { Goal, Metric } from './Metric';

/** A metric of what the rounds found, held to its goal. */
export function toMetric(unit: string, pairs: Pair[], goal?: Goal): Metric {
  const { ours, range, peer, ratio, spread } = compare(pairs);
  return {
    unit,
    ours: round(ours),
    range: roundBoth(range),
    peer: round(peer),
    ratio: round(ratio),
    spread: roundBoth(spread),
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

function roundBoth(pair: [number, number] | undefined) {
  return pair ? ([toDigits(pair[0]), toDigits(pair[1])] as const) : null;
}

function round(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value)
    ? null
    : toDigits(value);
}

/** Three significant digits: there is no more in it. */
function toDigits(value: number): number {
  return Number(value.toPrecision(3));
}
