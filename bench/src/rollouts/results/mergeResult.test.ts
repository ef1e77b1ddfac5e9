import { fullSize } from '../options';
import { mergeResult, requireSameSize } from './mergeResult';
import { toMetric } from './toMetric';
import type { Result } from './writeResult';

const aResult = (heap: number, metrics: Result['metrics'] = {}): Result => ({
  machine: {
    ...{ cores: 2, memoryGb: 8, node: 'v24.0.0' },
    ...{ kubernetes: 'v1.36.3', loadBefore: heap },
  },
  size: fullSize,
  metrics: { ...metrics, heapOfPods: toMetric('MB', [{ ours: heap }]) },
});

describe('mergeResult', () => {
  it('keeps the lines of parts that were not run again', () => {
    const idleCalls = toMetric('API calls/min', [{ ours: 30 }]);
    expect(mergeResult(aResult(39, { idleCalls }), aResult(12))).toEqual(
      aResult(12, { idleCalls }),
    );
  });
});

describe('requireSameSize', () => {
  it('refuses to put two sizes into one table', () => {
    expect(() => requireSameSize(fullSize, { ...fullSize })).not.toThrow();
    expect(() =>
      requireSameSize({ ...fullSize, pods: 20_000 }, fullSize),
    ).toThrow('another size');
  });
});
