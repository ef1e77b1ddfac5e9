/** Milliseconds to the viewers of the healthy clusters, one for each marker, viewer and cluster, in two windows side by side. */
export interface DeadClusterPair {
  alive: number[];
  dead: number[];
}

/** A window of time in which one cluster is dead or none is. */
export interface DeadClusterWindow {
  name: string;
  dead: boolean;
}

/**
 * Windows in pairs, each pair the other way round than the one before, so that whatever drifts favours neither: alive,
 * dead, dead, alive, …
 */
export function planDeadCluster(pairs: number) {
  const planned = Array.from({ length: pairs }, (_, index) => ({
    alive: { name: `alive ${index}`, dead: false },
    dead: { name: `dead ${index}`, dead: true },
  }));
  const windows: DeadClusterWindow[] = planned.flatMap(
    ({ alive, dead }, index) =>
      index % 2 === 0 ? [alive, dead] : [dead, alive],
  );
  return {
    windows,
    toPairs: (byWindow: Map<string, number[]>): DeadClusterPair[] =>
      planned.map(({ alive, dead }) => ({
        alive: byWindow.get(alive.name) ?? [],
        dead: byWindow.get(dead.name) ?? [],
      })),
  };
}
