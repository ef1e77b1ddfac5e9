import { aDeploymentObject } from '../../__testUtils__/objects';
import { toStrategy } from './toStrategy';

const { spec = { selector: {}, template: {} } } = aDeploymentObject();

describe('toStrategy', () => {
  // Pods, maxSurge, maxUnavailable as written; then as the controller counts.
  it.each([
    [3, undefined, undefined, 1, 0],
    [4, '25%', '25%', 1, 1],
    [1, '25%', '25%', 1, 0],
    [10, '15%', '15%', 2, 1],
    [3, 0, 0, 0, 1],
    [3, '0%', '10%', 0, 1],
    [1, 0, 1, 0, 1],
    [2, 1, 5, 1, 2],
    [2, '200%', '100%', 4, 2],
    [0, '25%', '25%', 0, 0],
    [3, 'many', '10', 0, 1],
  ])(
    'resolves, for %j pods, maxSurge %j and maxUnavailable %j to %j and %j',
    (replicas, surge, unavailable, maxSurge, maxUnavailable) => {
      expect(
        toStrategy({
          ...spec,
          replicas,
          strategy: {
            rollingUpdate: { maxSurge: surge, maxUnavailable: unavailable },
          },
        }),
      ).toEqual({ type: 'RollingUpdate', maxSurge, maxUnavailable });
    },
  );

  it('knows Recreate, and takes anything else for what the API server fills in', () => {
    expect(toStrategy({ ...spec, strategy: { type: 'Recreate' } })).toEqual({
      type: 'Recreate',
    });
    expect(toStrategy(undefined)).toEqual({
      type: 'RollingUpdate',
      maxSurge: 1,
      maxUnavailable: 0,
    });
  });
});
