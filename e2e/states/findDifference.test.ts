import { findDifference } from './findDifference';

const counts = { desired: 3, updated: 1, ready: 3, available: 3, total: 4 };
const creating = { phase: 'progressing', step: 'creating', counts } as const;
const kubectl =
  'Waiting for deployment "chat" rollout to finish: 1 out of 3 new replicas have been updated...';

const told = (status: typeof creating, state = 'live') => ({
  ...{ by: 'The portal', state },
  rollout: { status },
});

describe('findDifference', () => {
  it('finds none where all is told as expected, and kubectl agrees', () => {
    const look = { told: [told(creating), told(creating)], kubectl };
    expect(findDifference(look, { is: 'creating' })).toBeUndefined();
  });

  it.each([
    ['another step', { is: 'terminating' }],
    ['a cause that is missing', { is: 'creating', cause: 'image-pull' }],
    ['a note that is missing', { is: 'creating', note: 'scaling' }],
  ])('finds %s', (_, expected) => {
    expect(
      findDifference({ told: [told(creating)], kubectl }, expected),
    ).toMatch(
      /^The portal tells creating, no cause, no note where it should tell/,
    );
  });

  it('finds a cause that nobody expects', () => {
    const cause = { kind: 'image-pull' as const, message: 'not found' };
    const look = { told: [told({ ...creating, ...{ cause } })], kubectl };
    expect(findDifference(look, { is: 'creating' })).toContain(
      'tells creating, cause image-pull',
    );
  });

  it('finds that one of several tells nothing, or what is not live', () => {
    const missing = { by: 'The open tab', state: 'reconnecting' };
    expect(
      findDifference(
        { told: [told(creating), missing], kubectl },
        { is: 'creating' },
      ),
    ).toContain('The open tab tells nothing (reconnecting)');
    expect(
      findDifference(
        { told: [told(creating, 'stale')], kubectl },
        { is: 'creating' },
      ),
    ).toContain('nothing (stale)');
  });

  it('finds that kubectl says something else', () => {
    const look = {
      told: [told(creating)],
      kubectl: 'deployment "chat" successfully rolled out',
    };
    expect(findDifference(look, { is: 'creating' })).toBe(
      'The portal tells creating, no cause, no note, and kubectl: deployment "chat" successfully rolled out',
    );
  });
});
