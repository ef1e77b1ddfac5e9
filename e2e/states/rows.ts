/** A row of the table of states that a rollout can be in. */
export interface Row {
  number: number;
  state: string;
  /** Names of the cases that show it. */
  shownBy: string[];
}

const ROWS: Array<[state: string, ...shownBy: string[]]> = [
  ['not observed', 'not-observed'],
  ['creating', 'creating'],
  ['old terminating', 'old-terminating'],
  ['awaiting availability', 'awaiting-availability', 'min-ready-seconds'],
  ['complete', 'complete'],
  ['stopped', 'stopped'],
  ['paused', 'paused'],
  ['deadline exceeded', 'deadline-exceeded', 'deadline-recovers'],
  ['degraded after success', 'degraded-after-success'],
  ['quota', 'quota'],
  [
    'admission or pod security refusal',
    ...['pod-security', 'webhook-refusal', 'policy-denial', 'refused-before'],
  ],
  [
    'webhook unreachable',
    ...['webhook-without-server', 'webhook-on-closed-port'],
  ],
  ['unschedulable', 'unschedulable'],
  ['image error', 'image-error', 'invalid-image-name'],
  ['missing config', 'missing-config'],
  ['crash loop', 'crash-loop', 'flapping', 'restart-flapping'],
  ['OOM killed', 'oom-killed'],
  ['init failure', 'init-failure', 'hanging-init'],
  ['readiness failing', 'readiness-failing', 'readiness-failing-for-long'],
  ['liveness loop', 'liveness-loop'],
  ['load balancer gate', 'load-balancer-gate', 'readiness-gate-unwritten'],
  ['mount failure', 'mount-failure'],
  ['node lost or pod evicted', 'node-lost', 'evicted'],
  ['stuck terminating', 'stuck-terminating', 'stuck-on-lost-node'],
  ['autoscaling', 'scaled-by-autoscaler', 'autoscaler-mid-rollout'],
  ['scaling by hand', 'scaled-up', 'scaled-from-zero', 'scaled-down'],
  ['pods replaced', 'pods-replaced'],
  ['rollover', 'rollover'],
  ['history limit 0', 'history-limit-0'],
  ['rollback renumbering', 'rollback-renumbers'],
  ['no-op undo', 'no-op-undo'],
  ['selector overlap', 'selector-overlap'],
  ['same tag, other digest', 'mixed-digests'],
  ['deleted and recreated', 'recreated'],
  ['disruption budget', 'disruption-budget'],
  [
    'change denied by admission',
    ...['rollback-denied-invalid', 'rollback-denied-forbidden'],
    ...['rollback-denied-by-webhook', 'restart-without-webhook'],
  ],
];

/** The states a rollout can be in, in their order. */
export const rows: Row[] = ROWS.map(([state, ...shownBy], index) => ({
  number: index + 1,
  state,
  shownBy,
}));

/** The row that a case shows. */
export function findRow(name: string): Row | undefined {
  return rows.find(({ shownBy }) => shownBy.includes(name));
}

/** Names that are in no row, and rows that name what there is none of; empty if every case is of one row. */
export function findAstray(names: string[]): string[] {
  const shown = rows.flatMap(({ shownBy }) => shownBy);
  return [
    ...names.filter(name => !shown.includes(name)),
    ...shown.filter((name, index) => shown.indexOf(name) !== index),
    ...shown.filter(name => !names.includes(name)),
  ];
}
