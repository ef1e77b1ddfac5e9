import {
  aCondition,
  anArgoRollout,
  aPod,
  aReplicaSet,
} from '../../__testUtils__/builders';
import type { ArgoRolloutRow } from '../rows';
import { getArgoRolloutStatus } from './getArgoRolloutStatus';

const newest = aReplicaSet({ controller: 'rollout-1', hash: 'hash-2' });
const stable = aReplicaSet({
  ...newest,
  uid: 'replicaset-1',
  hash: 'hash-1',
  revision: 1,
});
const midway = { phase: 'Progressing', stable: 'hash-1' };

describe('getArgoRolloutStatus', () => {
  it.each<[string, Partial<ArgoRolloutRow>, object]>([
    [
      'is pending before its first look',
      { phase: undefined },
      { phase: 'pending' },
    ],
    [
      'lets old pods go',
      { ...midway, total: 4 },
      { phase: 'progressing', step: 'terminating' },
    ],
    [
      'is promoted while old pods of a routed canary still run',
      { ...midway, strategy: 'routed-canary', total: 6 },
      { phase: 'progressing', step: 'promoting' },
    ],
    [
      'switches the active Service',
      { phase: 'Progressing', strategy: 'blue-green', active: 'hash-1' },
      { phase: 'progressing', step: 'promoting' },
    ],
    [
      'restarts pods that are all there',
      { phase: 'Progressing', restarting: true },
      { phase: 'progressing', step: undefined },
    ],
  ])('of one that %s', (_, differs, expected) => {
    expect(
      getArgoRolloutStatus(anArgoRollout(differs), [newest], []),
    ).toMatchObject(expected);
  });

  it.each<[string, Partial<ArgoRolloutRow>, number]>([
    ['set by the step before', { stepIndex: 1 }, 20],
    ['not set yet', { steps: [{ pauseSeconds: 0 }], stepIndex: 0 }, 0],
    ['all after the last step', { stepIndex: 2 }, 100],
    ['all without steps', { steps: [], stepIndex: 0 }, 100],
    ['what the traffic has', { stepIndex: 1, trafficWeight: 17 }, 17],
  ])('tells the weight of a canary: %s', (_, differs, weight) => {
    expect(
      getArgoRolloutStatus(anArgoRollout({ ...midway, ...differs }), [], [])
        .notes,
    ).toMatchObject([{ kind: 'canary', weight }]);
  });

  it('waits for nobody when blue-green promotes by itself', () => {
    const { cause, notes } = getArgoRolloutStatus(
      anArgoRollout({
        phase: 'Paused',
        stable: 'hash-1',
        strategy: 'blue-green',
        active: 'hash-1',
        autoPromotionSeconds: 60,
        pauses: [{ reason: 'BlueGreenPause', since: '2026-01-02T00:00:00Z' }],
      }),
      [newest, stable],
      [],
    );
    expect(cause).toBeUndefined();
    expect(notes).toEqual([
      { kind: 'preview', until: '2026-01-02T00:01:00.000Z' },
    ]);
  });

  it.each([
    [
      'failed',
      'Step-based analysis phase error/failed: low',
      'analysis-failed',
    ],
    [
      'an experiment',
      'Experiment analysis phase is error/failed',
      'analysis-failed',
    ],
    ['somebody', 'Rollout aborted update to revision 2', 'aborted'],
  ])('tells an abort by an analysis from others: %s', (_, message, kind) => {
    const conditions = [
      aCondition('Progressing', 'False', { reason: 'RolloutAborted', message }),
    ];
    expect(
      getArgoRolloutStatus(
        anArgoRollout({ phase: 'Degraded', stable: 'hash-1', conditions }),
        [newest, stable],
        [],
      ),
    ).toMatchObject({ phase: 'aborted', cause: { kind, message } });
  });

  it('tells of the pods that serve once the new ones were given up', () => {
    const lost = (controller: string) =>
      aPod({
        name: `of-${controller}`,
        controller,
        conditions: [aCondition('Ready', 'Unknown')],
      });
    expect(
      getArgoRolloutStatus(
        anArgoRollout({
          phase: 'Degraded',
          stable: 'hash-1',
          conditions: [
            aCondition('Progressing', 'False', { reason: 'RolloutAborted' }),
          ],
        }),
        [newest, stable],
        [lost('replicaset-2'), lost('replicaset-1')],
      ).cause,
    ).toMatchObject({ kind: 'node-lost', pod: 'of-replicaset-1' });
  });

  it('is scaled where the promoted Revision alone gets pods', () => {
    const scaling = anArgoRollout({
      phase: 'Progressing',
      conditions: [aCondition('Healthy', 'False')],
      desired: 5,
    });
    expect(getArgoRolloutStatus(scaling, [newest], []).notes).toEqual([
      { kind: 'scaling' },
    ]);
    expect(
      getArgoRolloutStatus(scaling, [newest, stable], []).notes,
    ).toBeUndefined();
  });

  it('counts the preview among the available, which the controller does not', () => {
    expect(
      getArgoRolloutStatus(
        anArgoRollout({ strategy: 'blue-green', total: 6 }),
        [newest, stable],
        [],
      ).counts,
    ).toMatchObject({ available: 6, total: 6 });
  });
});
