import type { ArgoRolloutObject } from '../../workloads';
import { parseSeconds } from './parseSeconds';
import { toArgoRolloutRow } from './toArgoRolloutRow';

type Spec = ArgoRolloutObject['spec'];

describe('toArgoRolloutRow', () => {
  it.each<[string, Spec, string]>([
    ['a canary', { strategy: { canary: {} } }, 'canary'],
    [
      'a canary whose traffic is routed',
      { strategy: { canary: { trafficRouting: {} } } },
      'routed-canary',
    ],
    ['blue-green', { strategy: { blueGreen: {} } }, 'blue-green'],
  ])('knows %s', (_, spec, strategy) => {
    expect(toArgoRolloutRow({ spec })).toMatchObject({ strategy });
  });

  it('takes a generation that is no number for seen, as the hash of old controllers', () => {
    const metadata = { uid: 'a', name: 'chat', generation: 4 };
    const read = (observedGeneration: string) =>
      toArgoRolloutRow({ metadata, status: { observedGeneration } })
        .observedGeneration;
    expect(read('3')).toBe(3);
    expect(read('6b7d8c9f5')).toBe(4);
  });

  it('leaves the end of a pause to somebody where nothing promotes by itself', () => {
    const read = (autoPromotionEnabled?: boolean) =>
      toArgoRolloutRow({
        spec: {
          strategy: {
            blueGreen: { autoPromotionEnabled, autoPromotionSeconds: 30 },
          },
        },
      }).autoPromotionSeconds;
    expect(read()).toBe(30);
    expect(read(false)).toBe(0);
  });

  it('restarts until the controller says that it did', () => {
    const restartAt = '2026-01-01T00:00:00Z';
    const read = (restartedAt?: string) =>
      toArgoRolloutRow({ spec: { restartAt }, status: { restartedAt } })
        .restarting;
    expect([read(), read(restartAt)]).toEqual([true, false]);
  });

  it('takes a template from Deployments alone', () => {
    const read = (kind: string) =>
      toArgoRolloutRow({ spec: { workloadRef: { kind, name: 'chat' } } })
        .templateOf;
    expect([read('Deployment'), read('ReplicaSet')]).toEqual([
      'chat',
      undefined,
    ]);
  });
});

describe('parseSeconds', () => {
  it.each([
    [30, 30],
    ['30', 30],
    ['1h30m', 5_400],
    ['2562047h47m16.854775807s', 9_223_372_036.855],
    [`${'1'.repeat(60_000)}x`, 0],
    [`${'1'.repeat(40)}s`, 0],
    ['1.2.3s', 0],
    ['1.5h', 5_400],
    ['500ms', 0.5],
    ['soon', 0],
  ])('of %s', (duration, seconds) => {
    expect(parseSeconds(duration)).toBeCloseTo(seconds);
  });
});
