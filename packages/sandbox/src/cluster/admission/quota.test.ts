import { aPod } from '../testing/objects';
import type { ResourceQuota } from '../objects';
import { quotaViolation, usedOf } from './quota';

function aQuota(hard: Record<string, string>): ResourceQuota {
  const { metadata } = aPod('few');
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata,
    spec: { hard },
  };
}

describe('a quota', () => {
  it('counts the pods that have not finished', () => {
    const pods = [aPod('a'), aPod('b', { phase: 'Succeeded' })];
    expect(usedOf(aQuota({ pods: '2' }), pods)).toEqual({ pods: '1' });
  });

  it('takes pods until it is used up, and then says by whom', () => {
    const quota = aQuota({ pods: '1' });
    expect(quotaViolation(quota, [])).toBeUndefined();
    expect(quotaViolation(quota, [aPod('a')])).toBe(
      'exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1',
    );
  });

  it('of what is not counted refuses nothing', () => {
    expect(quotaViolation(aQuota({ services: '0' }), [])).toBeUndefined();
  });
});
