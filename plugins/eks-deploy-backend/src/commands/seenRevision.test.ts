import { aDeploymentObject } from '../__testUtils__/objects';
import { assertSeenRevision } from './seenRevision';

describe('assertSeenRevision', () => {
  it('lets a Deployment pass that is as the user saw it', () => {
    expect(() => assertSeenRevision(aDeploymentObject(), 7)).not.toThrow();
  });

  it('lets one pass whose rollout still goes on', () => {
    const deployment = aDeploymentObject({ updated: 1 });
    expect(() => assertSeenRevision(deployment, 7)).not.toThrow();
  });

  it.each([
    ['is paused', { paused: true }, /paused; resume it first/],
    ['moved on', { revision: 8 }, /at revision 8, no longer at revision 7/],
    [
      'has a change that its controller has not observed',
      { generation: 5, observedGeneration: 4 },
      /changed a moment ago/,
    ],
  ])('refuses one that %s', (_, differs, message) => {
    const deployment = aDeploymentObject(differs);
    expect(() => assertSeenRevision(deployment, 7)).toThrow(message);
  });
});
