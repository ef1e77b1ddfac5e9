import type { RoundResult } from '../rounds/RoundResult';
import type { Cost } from '../side/Cost';
import type { Findings } from './Findings';
import { toMetrics } from './toMetrics';

const aCost = (part: Partial<Cost> = {}): Cost => ({
  ...{ calls: 1, apiBytes: 1, rawBytes: 1, wireBytes: 1 },
  ...{ cpuSeconds: 1, apiServerCpuSeconds: 1 },
  ...part,
});
const aRound = (part: Partial<RoundResult> = {}): RoundResult => ({
  ...{ idle: aCost(), idleOfFew: aCost(), rolling: aCost(), events: aCost() },
  ...{ eventRate: 50, apiServerBaseline: 0, withoutData: 0, missed: 0 },
  ...{ firstDataCold: [1], firstDataWarm: [1], writes: [1] },
  latencies: { quiet: [1], rolling: [1], events: [1] },
  ...{ equalViewers: 100, viewers: 100, entities: 20 },
  ...part,
});
const aSoak = { heapPer10kPods: 12, rssSlope: 0, rssEnd: 300 };

function someFindings(
  ours: Partial<RoundResult>,
  peer: Partial<RoundResult>,
  deadCluster?: Findings['deadCluster'],
): Findings {
  const healthy = { alive: [100], dead: [105], missed: 0 };
  return {
    rounds: { ours: [aRound(ours)], peer: [aRound(peer)] },
    soak: { ours: aSoak, peer: aSoak },
    deadCluster: deadCluster ?? { ours: healthy, peer: healthy },
  };
}

describe('toMetrics', () => {
  it('gives calls of all viewers, and bytes of one', () => {
    const metrics = toMetrics(
      someFindings(
        { idle: aCost({ calls: 30, rawBytes: 1_000 }) },
        { idle: aCost({ calls: 9_000, rawBytes: 400_000 }) },
      ),
    );
    expect(metrics.idleCalls).toMatchObject({
      ours: 30,
      ratio: 300,
      met: true,
    });
    expect(metrics.idleRawBytes).toMatchObject({ ours: 10, peer: 4_000 });
  });

  it('tells what one more viewer adds', () => {
    const metrics = toMetrics(
      someFindings(
        { idleOfFew: aCost({ calls: 30 }), idle: aCost({ calls: 30 }) },
        { idleOfFew: aCost({ calls: 1_800 }), idle: aCost({ calls: 9_000 }) },
      ),
    );
    expect(metrics.callsPerExtraViewer).toMatchObject({
      ours: 0,
      peer: 90,
      met: true,
    });
  });

  it('sets the API server’s work for viewers off against that of pollers', () => {
    const metrics = toMetrics(
      someFindings(
        { apiServerBaseline: 2, idle: aCost({ apiServerCpuSeconds: 3 }) },
        { apiServerBaseline: 4, idle: aCost({ apiServerCpuSeconds: 24 }) },
      ),
    );
    expect(metrics.idleBreakEvenCpu.ours).toBe(5);
    expect(metrics).not.toHaveProperty('eventsBreakEvenCpu');
  });

  it('holds the healthy clusters’ 99th percentile against that with all alive', () => {
    const { deadClusterP99 } = toMetrics(
      someFindings(
        {},
        {},
        {
          ours: { alive: [100], dead: [111], missed: 0 },
          peer: { alive: [100], dead: [100], missed: 7 },
        },
      ),
    );
    expect(deadClusterP99).toMatchObject({
      ours: 1.11,
      peer: null,
      met: false,
    });
  });

  it('fails on a viewer that missed something or ended with something else', () => {
    const metrics = toMetrics(
      someFindings({ missed: 1, equalViewers: 99 }, {}),
    );
    expect(metrics.missedEvents.met).toBe(false);
    expect(metrics.unequalViewers).toMatchObject({ ours: 1, met: false });
  });
});
