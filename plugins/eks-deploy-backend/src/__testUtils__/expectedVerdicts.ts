import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** What is told of a state: its phase, or the step where it has one, its cause and its first note. */
export interface ExpectedVerdict {
  is: string;
  cause?: string;
  note?: string;
}

/** What we make of each state that `e2e/record` brings about, by the state's name. */
export const EXPECTED_VERDICTS: Record<string, ExpectedVerdict> = {
  'awaiting-availability': { is: 'awaiting-availability' },
  complete: { is: 'complete' },
  'crash-loop': { is: 'creating', cause: 'crash-loop' },
  creating: { is: 'creating' },
  'deadline-exceeded': { is: 'failed', cause: 'readiness-failing' },
  'degraded-after-success': { is: 'degraded', cause: 'readiness-gate' },
  evicted: { is: 'complete' },
  'image-error': { is: 'creating', cause: 'image-pull' },
  'init-failure': { is: 'awaiting-availability', cause: 'init-failure' },
  'load-balancer-gate': {
    is: 'awaiting-availability',
    cause: 'readiness-gate',
  },
  'liveness-loop': { is: 'awaiting-availability', cause: 'liveness-failing' },
  'missing-config': { is: 'awaiting-availability', cause: 'missing-config' },
  'mixed-digests': { is: 'complete', note: 'mixed-digests' },
  'mount-failure': { is: 'awaiting-availability', cause: 'mount-failure' },
  'node-lost': { is: 'degraded', cause: 'node-lost' },
  'not-observed': { is: 'pending' },
  'old-terminating': { is: 'terminating' },
  'oom-killed': { is: 'creating', cause: 'oom-killed' },
  paused: { is: 'paused' },
  'pod-security': { is: 'creating', cause: 'admission' },
  quota: { is: 'creating', cause: 'quota' },
  // Its probe failed once, a second after its start: every slow start looks like that.
  'readiness-failing': { is: 'creating' },
  'readiness-failing-for-long': { is: 'creating', cause: 'readiness-failing' },
  rollover: { is: 'creating', note: 'rollover' },
  'scaled-by-autoscaler': { is: 'awaiting-availability', note: 'scaling' },
  stopped: { is: 'stopped' },
  // Its node is why, and is told first.
  'stuck-on-lost-node': { is: 'creating', cause: 'node-lost' },
  'stuck-terminating': { is: 'creating', cause: 'stuck-terminating' },
  unschedulable: { is: 'awaiting-availability', cause: 'unschedulable' },
};

/** As much of a status as is expected. */
export function toVerdict({
  phase,
  step,
  cause,
  notes,
}: Pick<RolloutStatus, 'phase' | 'step' | 'cause' | 'notes'>): ExpectedVerdict {
  return { is: step ?? phase, cause: cause?.kind, note: notes?.[0]?.kind };
}
