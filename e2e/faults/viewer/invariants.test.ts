import type {
  Rollout,
  RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { findDoubled, StepsBack } from './invariants';

const web: Rollout = {
  uid: 'a',
  kind: 'Deployment',
  workload: 'web',
  revision: 3,
  images: [],
  status: {
    phase: 'complete',
    counts: { desired: 2, updated: 2, ready: 2, available: 2, total: 2 },
  },
};

function seen(
  rollouts: Rollout[],
  state: 'live' | 'syncing' = 'live',
): RolloutSnapshot {
  return {
    environments: [{ environment: 'staging', state, rollouts }],
    records: [],
  };
}

describe('findDoubled', () => {
  it('lets a change pass that changes something', () => {
    const rollout = { ...web, revision: 4 };
    const change = {
      type: 'rollout',
      environment: 'staging',
      rollout,
    } as const;
    expect(findDoubled(seen([web]), change)).toEqual([]);
  });

  it('finds what was told before', () => {
    const [environment] = seen([web]).environments;
    const told = seen([web]);
    expect(
      findDoubled(told, {
        type: 'rollout',
        environment: 'staging',
        rollout: web,
      }),
    ).toHaveLength(1);
    expect(
      findDoubled(told, { type: 'removed', environment: 'staging', uid: 'b' }),
    ).toHaveLength(1);
    expect(
      findDoubled(told, {
        type: 'environment',
        environment: { ...environment, observedAt: '2026-01-01T00:00:00Z' },
      }),
    ).toHaveLength(1);
  });
});

describe('StepsBack', () => {
  it('finds a revision that goes back', () => {
    const steps = new StepsBack();
    expect(steps.find(seen([web]))).toEqual([]);
    expect(steps.find(seen([{ ...web, revision: 2 }]))).toEqual([
      'web went back from revision 3 to 2',
    ]);
  });

  it('finds what comes back after it was gone, but not what a list that is still coming lacks', () => {
    const steps = new StepsBack();
    steps.find(seen([web]));
    steps.find(seen([], 'syncing'));
    expect(steps.find(seen([web]))).toEqual([]);
    steps.find(seen([]));
    expect(steps.find(seen([web]))).toEqual(['web came back from the dead']);
  });
});
