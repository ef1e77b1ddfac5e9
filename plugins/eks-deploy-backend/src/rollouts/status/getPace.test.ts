import { aCondition, aPod } from '../../__testUtils__/builders';
import { getPace } from './getPace';

const begun = '2026-01-02T00:00:00Z';

function readyAt(since: string) {
  return aPod({
    createdAt: begun,
    conditions: [aCondition('Ready', 'True', { since })],
  });
}

const now = new Date('2026-01-02T00:00:45Z');

const notReady = aPod({
  createdAt: '2026-01-02T00:00:40Z',
  conditions: [aCondition('Ready', 'False')],
});

describe('getPace', () => {
  it('shows none where all pods became available together, however long each waited', () => {
    const together = [
      readyAt('2026-01-02T00:00:01Z'),
      readyAt('2026-01-02T00:00:01Z'),
      readyAt('2026-01-02T00:00:02Z'),
    ];
    const patient = { desired: 3, minReadySeconds: 60 };
    expect(getPace(together, patient, now)).toBeUndefined();
    expect(
      getPace(together, { desired: 6, minReadySeconds: 0 }, now),
    ).toBeUndefined();
  });

  it('goes on as it went so far', () => {
    const pods = [
      readyAt('2026-01-02T00:00:20Z'),
      readyAt('2026-01-02T00:00:40Z'),
      notReady,
    ];
    expect(getPace(pods, { desired: 4, minReadySeconds: 0 }, now)).toEqual({
      secondsPerPod: 20,
      expectedAt: '2026-01-02T00:01:20.000Z',
    });
  });

  it('counts a pod once it has been ready for long enough', () => {
    const pods = [
      readyAt('2026-01-02T00:00:10Z'),
      readyAt('2026-01-02T00:00:30Z'),
      notReady,
    ];
    expect(getPace(pods, { desired: 4, minReadySeconds: 10 }, now)).toEqual({
      secondsPerPod: 20,
      expectedAt: '2026-01-02T00:01:20.000Z',
    });
  });

  it('knows the end once all are ready and none has to be waited for', () => {
    const pods = [
      readyAt('2026-01-02T00:00:20Z'),
      readyAt('2026-01-02T00:00:30Z'),
    ];
    const deployment = { desired: 2, minReadySeconds: 30 };
    expect(getPace(pods, deployment, now)).toMatchObject({
      expectedAt: '2026-01-02T00:01:00.000Z',
    });
    expect(
      getPace(pods, deployment, new Date('2026-01-02T00:01:00Z')),
    ).toBeUndefined();
  });

  it.each([
    ['nothing is ready', [notReady, notReady], 4],
    ['one pod alone is ready', [readyAt('2026-01-02T00:00:20Z')], 4],
    [
      'all are ready',
      [readyAt('2026-01-02T00:00:20Z'), readyAt('2026-01-02T00:00:30Z')],
      2,
    ],
    [
      'pods became available together',
      [readyAt('2026-01-02T00:00:30Z'), readyAt('2026-01-02T00:00:31Z')],
      4,
    ],
    ['times are too close to tell', [readyAt(begun), readyAt(begun)], 4],
    ['there are no pods', [], 4],
  ])('says nothing when %s', (_, pods, desired) => {
    expect(getPace(pods, { desired, minReadySeconds: 0 }, now)).toBeUndefined();
  });
});
