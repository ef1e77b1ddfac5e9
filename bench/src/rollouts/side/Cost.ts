import type { Usage } from '../../parts/Calls';
import type { Traffic } from '../passThrough/PassThroughCalls';
import type { ViewerBytes } from '../viewers/ViewerCalls';

/** What a side has cost so far. */
export interface Reading {
  /** By `nowMs`. */
  at: number;
  traffic: Traffic;
  bytes: ViewerBytes;
  usage: Usage;
  /** Undefined where it can't be told. */
  apiServerCpuSeconds?: number;
}

/** What a side costs in each minute of a window, all its viewers together. */
export interface Cost {
  /** How long the window was. */
  minutes: number;
  /** Requests to the API server; of WATCHes those that were opened, or as many as fall due for it if that is more. */
  calls: number;
  /** Requests that a viewer is the cause of: all but those that would come with fewer viewers too. */
  viewerCalls: number;
  apiBytes: number;
  rawBytes: number;
  wireBytes: number;
  /** Of the backend. */
  cpuSeconds: number;
  /** Of the whole API server, for whatever it does; undefined where it can't be told. */
  apiServerCpuSeconds?: number;
}

/** What a window cost. */
export function toCost(before: Reading, after: Reading): Cost {
  const minutes = (after.at - before.at) / 60_000;
  const rate = (from: number, to: number) => (to - from) / minutes;
  const cpuBefore = before.apiServerCpuSeconds;
  const cpuAfter = after.apiServerCpuSeconds;
  return {
    minutes,
    calls:
      rate(withoutWatches(before.traffic), withoutWatches(after.traffic)) +
      Math.max(
        rate(before.traffic.watches, after.traffic.watches),
        toRenewals(after.traffic),
      ),
    viewerCalls: rate(ofViewers(before.traffic), ofViewers(after.traffic)),
    apiBytes: rate(before.traffic.bytes, after.traffic.bytes),
    rawBytes: rate(before.bytes.raw, after.bytes.raw),
    wireBytes: rate(before.bytes.wire, after.bytes.wire),
    cpuSeconds: rate(before.usage.cpuSeconds, after.usage.cpuSeconds),
    apiServerCpuSeconds:
      cpuBefore === undefined || cpuAfter === undefined
        ? undefined
        : rate(cpuBefore, cpuAfter),
  };
}

function ofViewers({ calls, again }: Traffic): number {
  return calls - again;
}

function withoutWatches({ calls, watches }: Traffic): number {
  return calls - watches;
}

/** A window is shorter than a WATCH lasts, so that by chance none may fall due in it: what each asked for tells how often it does. */
function toRenewals({ openWatches }: Traffic): number {
  return openWatches.reduce((sum, seconds) => sum + 60 / seconds, 0);
}
