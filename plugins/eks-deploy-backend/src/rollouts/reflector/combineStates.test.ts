import { combineStates } from './combineStates';

const problem = { message: 'too long', remedy: 'make it smaller' };
const earlier = new Date('2026-01-01T00:00:00Z');
const later = new Date('2026-01-01T00:00:01Z');

describe('combineStates', () => {
  it('is the worst, as old as the oldest', () => {
    expect(
      combineStates([
        { state: 'live', observedAt: later, problem },
        { state: 'stale', observedAt: later },
        { state: 'live', observedAt: earlier },
      ]),
    ).toEqual({ state: 'stale', observedAt: earlier });
  });

  it('has no age while one was never heard', () => {
    expect(
      combineStates([
        { state: 'live', observedAt: later },
        { state: 'syncing' },
      ]),
    ).toEqual({ state: 'syncing' });
  });

  it('says what is wrong with one while all are live', () => {
    const live = { state: 'live' as const, observedAt: later };
    expect(combineStates([live, { ...live, problem }, live])).toEqual({
      ...live,
      problem,
    });
  });
});
