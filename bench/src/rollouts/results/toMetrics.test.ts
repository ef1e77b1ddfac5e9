import type { RoundResult } from '../rounds/RoundResult';
import type { Cost } from '../side/Cost';
import type { Findings } from './Findings';
import { toMetrics } from './toMetrics';

const aCost = (part: Partial<Cost> = {}): Cost => ({
  ...{
    minutes: 1,
    calls: 1,
    viewerCalls: 1,
    apiBytes: 1,
    rawBytes: 1,
    wireBytes: 1,
  },
  ...{ cpuSeconds: 1, apiServerCpuSeconds: 1 },
  ...part,
});
const aRound = (part: Partial<RoundResult> = {}): RoundResult => ({
  ...{
    idleOfFew: aCost(),
    arriving: aCost(),
    idle: aCost(),
    rolling: aCost(),
    events: aCost(),
  },
  ...{ eventRate: 50, apiServerBaseline: 0, withoutData: 0, missed: 0 },
  ...{ firstDataCold: [1], firstDataWarm: [1], writes: [1] },
  latencies: { quiet: [1], rolling: [1], events: [1] },
  ...{ equalViewers: 100, viewers: 100, entities: 20 },
  ...part,
});
const aSoak = {
  ...{ heapOfPods: 12, heapOfNamespace: 300, heapInAll: 27 },
  ...{ heapSlope: 0, rssSlope: 0, rssEnd: 300 },
};

function someFindings(
  ours: Partial<RoundResult>,
  peer: Partial<RoundResult>,
  dead?: Findings['dead'],
): Findings {
  const healthy = { pairs: [{ alive: [100], dead: [105] }], missed: 0 };
  return {
    rounds: { ours: [aRound(ours)], peer: [aRound(peer)] },
    heap: { ours: aSoak, peer: aSoak },
    dead: dead ?? { ours: healthy, peer: healthy },
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

  it('tells what one more viewer adds, over all windows and by cause', () => {
    const ours = aCost({ calls: 30, viewerCalls: 3 });
    const peer = aCost({ calls: 9_000, viewerCalls: 9_000 });
    const { callsPerExtraViewer } = toMetrics(
      someFindings(
        // One call in one of the windows, and WATCHes that fall due.
        {
          idleOfFew: aCost({ calls: 20, viewerCalls: 0 }),
          ...{ idle: ours, rolling: aCost({ viewerCalls: 0 }) },
          events: aCost({ calls: 40, viewerCalls: 0 }),
        },
        {
          idleOfFew: aCost({ calls: 1_800, viewerCalls: 1_800 }),
          ...{ idle: peer, rolling: peer, events: peer },
        },
      ),
    );
    expect(callsPerExtraViewer).toMatchObject({
      ours: 0.0125,
      peer: 90,
      met: true,
    });
  });

  it('tells what comes with one more viewer', () => {
    const idleOfFew = aCost({ viewerCalls: 100 });
    const { callsPerArrival } = toMetrics(
      someFindings(
        { idleOfFew, arriving: aCost({ viewerCalls: 90, minutes: 0.2 }) },
        { idleOfFew, arriving: aCost({ viewerCalls: 6_100, minutes: 0.2 }) },
      ),
    );
    expect(callsPerArrival).toMatchObject({ ours: 0, peer: 15 });
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

  it('takes the median of how much later the healthy clusters’ changes come while one is dead', () => {
    const { deadClusterP99 } = toMetrics(
      someFindings(
        {},
        {},
        {
          ours: {
            pairs: [
              { alive: [100], dead: [111] },
              { alive: [50], dead: [100] },
              { alive: [200], dead: [210] },
            ],
            missed: 0,
          },
          peer: { pairs: [{ alive: [100], dead: [100] }], missed: 7 },
        },
      ),
    );
    expect(deadClusterP99).toMatchObject({
      ours: 1.11,
      range: [1.05, 2],
      peer: null,
      met: false,
    });
  });

  it('tells nothing of parts that were not run', () => {
    const { heap } = someFindings({}, {});
    expect(Object.keys(toMetrics({ heap }))).toEqual([
      ...['heapOfPods', 'heapOfNamespace', 'heapInAll'],
      ...['heapSlope', 'rssSlope', 'rssEnd'],
    ]);
  });

  it('fails on a viewer that missed something or ended with something else', () => {
    const metrics = toMetrics(
      someFindings({ missed: 1, equalViewers: 99 }, {}),
    );
    expect(metrics.missedEvents.met).toBe(false);
    expect(metrics.unequalViewers).toMatchObject({ ours: 1, met: false });
  });
});
