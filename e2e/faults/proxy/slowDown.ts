import { setTimeout as sleep } from 'node:timers/promises';
import { Transform } from 'node:stream';

/** Lets bytes through one at a time, so many milliseconds apart, until `pace` says 0; then the rest at once. */
export function slowDown(pace: { everyMs: number }): Transform {
  return new Transform({
    async transform(chunk: Buffer, _, done) {
      let sent = 0;
      while (sent < chunk.length && pace.everyMs > 0) {
        this.push(chunk.subarray(sent, sent + 1));
        sent += 1;
        await sleep(pace.everyMs);
      }
      done(null, chunk.subarray(sent));
    },
  });
}
