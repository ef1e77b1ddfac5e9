/** How large and how long the bench is, and what each number says. */
export const sizes = {
  deployments: 'Deployments in the cluster',
  pods: 'pods in the cluster',
  namespaces: 'namespaces that they are in',
  viewers: 'viewers of each side',
  hot: 'components that they look at, each in a namespace of its own',
  rounds: 'rounds of both sides',
  seconds: 'seconds of each measured window',
  deadClusterPairs: 'pairs of windows with and without a dead cluster',
  soakSeconds: 'seconds of the soak',
};

/** What can be run by itself. */
export const parts = ['rounds', 'dead', 'heap'] as const;

export type BenchPart = (typeof parts)[number];

export type BenchSize = Record<keyof typeof sizes, number>;

export interface BenchOptions {
  size: BenchSize;
  parts: readonly BenchPart[];
  /** Where CPU profiles of all parts go; none without it. */
  profileFolder?: string;
}

/** What the figures in `results` are of. */
export const fullSize: BenchSize = {
  deployments: 1_000,
  pods: 10_000,
  namespaces: 50,
  viewers: 100,
  hot: 20,
  rounds: 3,
  seconds: 20,
  deadClusterPairs: 4,
  soakSeconds: 60,
};

/** For work on the bench itself. */
export const quickSize: BenchSize = {
  deployments: 40,
  pods: 400,
  namespaces: 10,
  viewers: 20,
  hot: 5,
  rounds: 1,
  seconds: 11,
  deadClusterPairs: 1,
  soakSeconds: 10,
};
