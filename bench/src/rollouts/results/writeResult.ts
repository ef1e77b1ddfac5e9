import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BenchSize } from '../options';
import type { Machine } from './describeMachine';
import type { Metric } from './Metric';

/** What a run of the bench leaves behind. */
export interface Result {
  machine: Machine;
  size: BenchSize;
  metrics: Record<string, Metric>;
}

export async function writeResult(file: string, result: Result): Promise<void> {
  // A pair on one line, as the formatter has it.
  const text = JSON.stringify(result, null, 2).replace(
    /\[\n\s+(\S+),\n\s+(\S+)\n\s+\]/g,
    '[$1, $2]',
  );
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
}

/** An earlier result; undefined if there is none. */
export async function readResult(file: string): Promise<Result | undefined> {
  return existsSync(file)
    ? JSON.parse(await readFile(file, 'utf8'))
    : undefined;
}
