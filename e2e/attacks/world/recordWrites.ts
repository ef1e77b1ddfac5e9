import type { Asked } from '../../faults/proxy/Asked';
import { FaultProxy } from '../../faults/proxy/FaultProxy';

const READS = ['GET', 'LIST', 'WATCH', 'HEAD'];

/** A write that passed, or was stopped by a rule of the proxy. */
export type Write = Pick<Asked, 'verb' | 'url'>;

/** A proxy that remembers every write that the portal sent. */
export interface Recorder {
  proxy: FaultProxy;
  writes: Write[];
}

/** Starts a proxy that remembers what changes something behind it. */
export async function recordWrites(upstream: {
  url: string;
  ca?: string;
}): Promise<Recorder> {
  const proxy = await FaultProxy.start(upstream);
  const writes: Write[] = [];
  proxy.observe(({ verb, url }) => {
    if (!READS.includes(verb)) {
      writes.push({ verb, url });
    }
  });
  return { proxy, writes };
}
