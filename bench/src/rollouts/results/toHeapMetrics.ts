import type { SideName } from '../backend/BackendCalls';
import type { SoakResult } from '../rounds/playSoak';
import type { Goal, Metric } from './Metric';
import { toMetric } from './toMetric';

/** What both backends hold. */
export function toHeapMetrics({
  ours,
  peer,
}: Record<SideName, SoakResult>): Record<string, Metric> {
  const line = (unit: string, name: keyof SoakResult, goal?: Goal) =>
    toMetric(unit, [{ ours: ours[name], peer: peer[name] }], goal);
  return {
    heapOfPods: line('MB/10,000 pods', 'heapOfPods', { atMost: 20 }),
    heapOfNamespace: line('kB/namespace', 'heapOfNamespace'),
    heapInAll: line('MB/10,000 pods + namespaces', 'heapInAll'),
    heapSlope: line('MB/min', 'heapSlope'),
    rssSlope: line('MB/min', 'rssSlope'),
    rssEnd: line('MB', 'rssEnd'),
  };
}
