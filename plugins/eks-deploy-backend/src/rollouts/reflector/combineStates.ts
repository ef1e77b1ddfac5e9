import type { ReflectorState } from './ReflectorState';

/** The lower, the less a state says of the cluster. */
const RANK = {
  denied: 0,
  unreachable: 1,
  stale: 2,
  syncing: 3,
  live: 4,
} satisfies Record<ReflectorState['state'], number>;

/** The state of rows that are shown together: the worst, rather one with a problem, and as old as the oldest. */
export function combineStates(states: ReflectorState[]): ReflectorState {
  const [worst] = [...states].sort(
    (a, b) =>
      RANK[a.state] - RANK[b.state] ||
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
