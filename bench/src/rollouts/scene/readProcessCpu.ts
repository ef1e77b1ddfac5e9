import { readFile } from 'node:fs/promises';

/** What Linux counts a process's time in. */
const TICKS_A_SECOND = 100;

/** User and system time of a process, in seconds; undefined where the system tells nothing below /proc. */
export async function readProcessCpu(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name before may hold blanks; utime and stime are the 14th and 15th of all.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields.length > 12
    ? (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
    : undefined;
}
