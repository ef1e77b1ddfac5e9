import {
  aCondition,
  aContainer,
  aDeployment,
  aPod,
} from '../__testUtils__/builders';
import { getNextLookMs } from './getNextLookMs';

const now = new Date('2026-01-02T00:00:00Z');

describe('getNextLookMs', () => {
  it('is when the first pod that goes away will count as stuck', () => {
    const pods = [
      aPod({ terminating: true, terminatesBy: '2026-01-02T00:01:00Z' }),
      aPod({ terminating: true, terminatesBy: '2026-01-02T00:00:10Z' }),
      aPod({ terminating: true, terminatesBy: '2026-01-01T00:00:00Z' }),
      aPod(),
    ];
    expect(getNextLookMs(pods, now)).toBe(40_000);
  });

  it.each<[string, Parameters<typeof aPod>[0], number]>([
    [
      'a pod has not been ready for too long',
      {
        conditions: [
          aCondition('Ready', 'False', { since: '2026-01-01T23:59:50Z' }),
        ],
      },
      20_000,
    ],
    [
      'nobody has written its gate for too long',
      {
        gates: ['target-health.elbv2.k8s.aws/chat'],
        containersReadyAt: '2026-01-01T23:59:45Z',
      },
      15_000,
    ],
    [
      'a container that crashed has run twice as long as before',
      {
        containers: [
          aContainer({
            restarts: 1,
            startedAt: '2026-01-02T00:00:00Z',
            lastTerminated: {
              exitCode: 1,
              startedAt: '2026-01-01T23:58:00Z',
              finishedAt: '2026-01-01T23:59:59Z',
            },
          }),
        ],
      },
      238_000,
    ],
    [
      'a pod that lapsed has been ready for long enough',
      {
        createdAt: '2026-01-01T00:00:00Z',
        conditions: [
          aCondition('Ready', 'True', { since: '2026-01-01T23:59:30Z' }),
        ],
      },
      30_000,
    ],
  ])('is when %s', (_, pod, ms) => {
    const done = aCondition('Progressing', 'True', {
      reason: 'NewReplicaSetAvailable',
      since: '2026-01-01T12:00:00Z',
    });
    const deployment = aDeployment({ conditions: [done] });
    expect(getNextLookMs([aPod(pod)], now, [deployment])).toBe(ms);
  });

  it('is never when none goes away, and not too far for a timer', () => {
    expect(getNextLookMs([aPod()], now)).toBeUndefined();
    const patient = aPod({ terminatesBy: '2027-01-01T00:00:00Z' });
    expect(getNextLookMs([patient], now)).toBe(2 ** 31 - 1);
  });
});
