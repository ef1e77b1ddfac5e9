import { aDeployment, aReplicaSet } from '../../testing/objects';
import {
  newReplicaCount,
  rollingLimits,
  scaleDownOld,
} from './rollingArithmetic';

function rolling(
  replicas: number,
  maxSurge: number | string,
  maxUnavailable: number | string,
) {
  return aDeployment({
    replicas,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge, maxUnavailable },
    },
  });
}

describe('rollingLimits', () => {
  it.each([
    { replicas: 4, surge: '25%', unavailable: '25%', is: [1, 1] },
    { replicas: 3, surge: '25%', unavailable: '25%', is: [1, 0] },
    { replicas: 1, surge: '25%', unavailable: '25%', is: [1, 0] },
    { replicas: 10, surge: '25%', unavailable: '25%', is: [3, 2] },
    { replicas: 3, surge: 1, unavailable: 0, is: [1, 0] },
    { replicas: 3, surge: 0, unavailable: '10%', is: [0, 1] },
    { replicas: 2, surge: 0, unavailable: 5, is: [0, 2] },
  ])(
    'of $replicas replicas with $surge and $unavailable are $is',
    ({ replicas, surge, unavailable, is: [maxSurge, maxUnavailable] }) => {
      expect(rollingLimits(rolling(replicas, surge, unavailable))).toEqual({
        maxSurge,
        maxUnavailable,
      });
    },
  );
});

describe('newReplicaCount', () => {
  it('adds no more than the surge leaves room for', () => {
    const old = aReplicaSet('old', 3);
    expect(newReplicaCount(rolling(3, 1, 0), [old], 0)).toBe(1);
  });

  it('adds nothing while old pods take up the surge', () => {
    const sets = [aReplicaSet('old', 3), aReplicaSet('new', 1)];
    expect(newReplicaCount(rolling(3, 1, 0), sets, 1)).toBe(1);
  });

  it('never exceeds what is wanted', () => {
    expect(newReplicaCount(rolling(3, '100%', 0), [], 0)).toBe(3);
  });
});

describe('scaleDownOld', () => {
  const deployment = rolling(3, 1, 0);

  it('takes an old pod only once a new one is available', () => {
    const old = aReplicaSet('old', 3);
    const unready = aReplicaSet('new', 1, { available: 0 });
    expect(scaleDownOld(deployment, unready, [old])).toEqual(new Map());
    const ready = aReplicaSet('new', 1);
    expect(scaleDownOld(deployment, ready, [old])).toEqual(
      new Map([['old', 2]]),
    );
  });

  it('takes unhealthy old pods first, as they serve nobody', () => {
    const healthy = aReplicaSet('older', 2);
    const broken = aReplicaSet('broken', 2, {
      available: 0,
      createdAt: '2026-01-02T00:00:00Z',
    });
    const next = aReplicaSet('new', 0);
    expect(scaleDownOld(deployment, next, [healthy, broken])).toEqual(
      new Map([['broken', 1]]),
    );
  });

  it('leaves what availability needs, whatever the new pods do', () => {
    const old = aReplicaSet('old', 10, { available: 8 });
    const crashing = aReplicaSet('new', 3, { available: 0 });
    expect(scaleDownOld(rolling(10, 3, 2), crashing, [old])).toEqual(
      new Map([['old', 8]]),
    );
  });
});
