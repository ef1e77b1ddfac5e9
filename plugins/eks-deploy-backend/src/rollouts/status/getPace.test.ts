import { aCondition, aPod } from '../../__testUtils__/builders';
import { getPace } from './getPace';

const begun = '2026-01-02T00:00:00Z';

function readyAt(since: string) {
  return aPod({
    createdAt: begun,
    conditions: [aCondition('Ready', 'True', { since })],
  });
}

const notReady = aPod({
  createdAt: '2026-01-02T00:00:40Z',
  conditions: [aCondition('Ready', 'False')],
});

describe('getPace', () => {
  it('goes on as it went so far', () => {
    const pods = [
      readyAt('2026-01-02T00:00:20Z'),
      readyAt('2026-01-02T00:00:40Z'),
      notReady,
    ];
    expect(getPace(pods, 4)).toEqual({
      secondsPerPod: 20,
      expectedAt: '2026-01-02T00:01:20.000Z',
    });
  });

  it.each([
    ['nothing is ready', [notReady, notReady], 4],
    ['one pod alone is ready', [readyAt('2026-01-02T00:00:20Z')], 4],
    [
      'all are ready',
      [readyAt('2026-01-02T00:00:20Z'), readyAt('2026-01-02T00:00:30Z')],
      2,
    ],
    ['times are too close to tell', [readyAt(begun), readyAt(begun)], 4],
    ['there are no pods', [], 4],
  ])('says nothing when %s', (_, pods, desired) => {
    expect(getPace(pods, desired)).toBeUndefined();
  });
});
