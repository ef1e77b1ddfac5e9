import type { WatchedNamespace } from './NamespaceWatchers';

/** Stands for a namespace that is not watched, as many others are as may be. */
export function createUnwatched(most: number): WatchedNamespace {
  return {
    refused: true,
    settled: true,
    state: {
      state: 'unreachable',
      problem: {
        message: `The portal watches ${most} namespaces, as many as it may at once, and this is not one of them`,
        remedy:
          'it is tried again every 30 seconds; if it stays, let an operator of the portal raise eksDeploy.limits.watchedNamespaces',
      },
    },
    rows: {
      deployments: [],
      replicaSets: [],
      pods: [],
      events: [],
      autoscalers: [],
      ingresses: [],
      statefulSets: [],
      daemonSets: [],
      argoRollouts: [],
    },
  };
}
