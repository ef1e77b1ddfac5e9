import { toCost, type Reading } from './Cost';

const start: Reading = {
  at: 1_000,
  traffic: {
    ...{ calls: 10, watches: 10, again: 0, bytes: 500 },
    openWatches: [300],
  },
  bytes: { raw: 0, wire: 100 },
  usage: { cpuSeconds: 1, rssBytes: 1 },
  apiServerCpuSeconds: 20,
};

function after(seconds: number, change: Partial<Reading>): Reading {
  return { ...start, ...change, at: start.at + seconds * 1_000 };
}

describe('toCost', () => {
  it('is a rate of a minute', () => {
    const end = after(30, {
      traffic: {
        ...{ calls: 55, watches: 10, again: 5, bytes: 1_500 },
        openWatches: [],
      },
      bytes: { raw: 50, wire: 160 },
      usage: { cpuSeconds: 3, rssBytes: 9 },
      apiServerCpuSeconds: 21,
    });
    expect(toCost(start, end)).toEqual({
      minutes: 0.5,
      calls: 90,
      viewerCalls: 80,
      apiBytes: 2_000,
      rawBytes: 100,
      wireBytes: 120,
      cpuSeconds: 4,
      apiServerCpuSeconds: 2,
    });
  });

  it.each([
    ['as often as it falls due where none was by chance', 0, 0.375],
    ['as often as it was opened where that was more', 2, 2],
  ])('counts a watch %s', (_, opened, calls) => {
    const traffic = {
      calls: 10 + opened,
      watches: 10 + opened,
      ...{ again: 0, bytes: 500 },
      openWatches: [240, 480],
    };
    expect(toCost(start, after(60, { traffic })).calls).toBe(calls);
  });

  it('tells nothing of the API server where the system tells nothing', () => {
    const end = after(60, { apiServerCpuSeconds: undefined });
    expect(toCost(start, end).apiServerCpuSeconds).toBeUndefined();
  });
});
