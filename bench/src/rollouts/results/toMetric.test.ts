import { toMetric } from './toMetric';

describe('toMetric', () => {
  it.each([
    ['a limit that is kept', { ours: 50, peer: 1 }, { atMost: 50 }, true],
    ['a limit that is broken', { ours: 50.1, peer: 1 }, { atMost: 50 }, false],
    ['enough times less', { ours: 1, peer: 200 }, { times: 200 }, true],
    ['not enough times less', { ours: 1, peer: 199 }, { times: 200 }, false],
    [
      'one of two goals',
      { ours: 1, peer: 5 },
      { atMost: 15, times: 10 },
      false,
    ],
    ['what was not measured', { peer: 5 }, { atMost: 15 }, false],
  ])('judges %s', (_, pair, goal, met) => {
    expect(toMetric('ms', [pair], goal).met).toBe(met);
  });

  it('says the goal in words', () => {
    const goal = { atMost: 15, times: 10 };
    expect(toMetric('ms', [], goal).goal).toBe('≤ 15, ≥ 10×');
  });

  it('judges nothing without a goal', () => {
    expect(toMetric('ms', [{ ours: 1, peer: 2 }])).toMatchObject({
      goal: null,
      met: null,
    });
  });

  it('gives no more digits than mean something, and null for nothing', () => {
    expect(toMetric('ms', [{ ours: 12.3456 }])).toMatchObject({
      ours: 12.3,
      peer: null,
      ratio: null,
      spread: null,
    });
  });
});
