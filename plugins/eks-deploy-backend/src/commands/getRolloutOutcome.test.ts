import { aDeploymentObject } from '../__testUtils__/objects';
import { toDeploymentRow } from '../rollouts/rows';
import { getRolloutOutcome } from './getRolloutOutcome';

const trail = {
  type: 'rollout' as const,
  uid: 'deployment-1',
  template: toDeploymentRow(aDeploymentObject()).template,
};

describe('getRolloutOutcome', () => {
  it.each([
    ['is not observed yet', { observedGeneration: 3 }],
    ['still updates', { updated: 2 }],
    ['is paused', { paused: true }],
  ])('goes on while the Deployment %s', (_, differs) => {
    expect(getRolloutOutcome(aDeploymentObject(differs), trail)).toBe(
      undefined,
    );
  });

  it.each([
    ['complete', {}, 'succeeded'],
    ['scaled meanwhile and complete', { generation: 9 }, 'succeeded'],
    ['over its progress deadline', { updated: 1, late: true }, 'failed'],
    ['changed by another', { tag: '1.8' }, 'superseded'],
    ['created anew', { uid: 'deployment-2' }, 'superseded'],
  ])('ends when the Deployment is %s', (_, differs, status) => {
    const outcome = getRolloutOutcome(aDeploymentObject(differs), trail);
    expect(outcome?.status).toBe(status);
  });

  it('is superseded when the Deployment is gone', () => {
    expect(getRolloutOutcome(undefined, trail)?.status).toBe('superseded');
  });
});
