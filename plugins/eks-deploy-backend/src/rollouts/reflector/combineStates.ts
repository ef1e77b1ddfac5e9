import type { ReflectorState } from './ReflectorState';

/** From the one that says least of the cluster to the one that says most. */
const WORST_FIRST: Array<ReflectorState['state']> = [
  'denied',
  'unreachable',
  'stale',
  'syncing',
  'live',
];

/** The state of rows that are shown together: the worst, rather one with a problem, and as old as the oldest. */
export function combineStates(states: ReflectorState[]): ReflectorState {
  const [worst] = [...states].sort(
    (a, b) =>
      WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) ||
      Number(b.problem !== undefined) - Number(a.problem !== undefined),
  );
  const times = states.map(({ observedAt }) => observedAt?.getTime());
  const complete = times.filter(time => time !== undefined);
  return {
    ...worst,
    observedAt:
      complete.length === states.length
        ? new Date(Math.min(...complete))
        : undefined,
  };
}
