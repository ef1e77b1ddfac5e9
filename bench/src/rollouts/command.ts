import { join } from 'node:path';
import { Command } from 'commander';
import { benchFolder } from '../benchFolder';
import {
  fullSize,
  parts as allParts,
  sizes,
  type BenchOptions,
  type BenchSize,
} from './options';
import { describeMachine } from './results/describeMachine';
import { formatMetrics } from './results/formatMetrics';
import { mergeResult, requireSameSize } from './results/mergeResult';
import { toMetrics } from './results/toMetrics';
import { readResult, writeResult, type Result } from './results/writeResult';
import { run } from './run';
import { toOptions, type Flags } from './toOptions';

const PARTS = allParts.join(',');
const RESULT = join(benchFolder, 'results', 'rollouts.json');

/** `./yarnw bench rollouts` */
export function rolloutsCommand(): Command {
  const command = new Command('rollouts')
    .description(
      'Viewers of Rollouts, beside as many of Backstage’s Kubernetes plugin on the same API server.',
    )
    .option(
      '--quick',
      'a small cluster and one short round: its figures mean nothing, and are only printed',
    );
  for (const [name, what] of Object.entries(sizes)) {
    const flag = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    command.option(
      `--${flag} <number>`,
      `${what} (${fullSize[name as keyof BenchSize]})`,
    );
  }
  return command
    .option(
      '--parts <list>',
      `those of ${PARTS} to run; the others’ lines of the result stay as they are`,
    )
    .option(
      '--output <file>',
      'where the result goes (bench/results/rollouts.json)',
    )
    .option(
      '--profile-folder <folder>',
      'write CPU profiles of all processes there, which costs time itself',
    )
    .action(benchRollouts);
}

async function benchRollouts(
  flags: Flags & { output?: string },
): Promise<void> {
  const { output = flags.quick ? undefined : RESULT } = flags;
  const options = toOptions(flags);
  const earlier = output && (await readOtherParts(output, options));
  const machine = describeMachine();
  const startedAt = Date.now();
  const findings = await run(options, message => {
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(0);
    process.stderr.write(`${seconds.padStart(6)} s  ${message}\n`);
  });
  const metrics = toMetrics(findings);
  process.stdout.write(`${formatMetrics(metrics)}\n`);
  if (output) {
    const result = { machine, size: options.size, metrics };
    await writeResult(output, earlier ? mergeResult(earlier, result) : result);
  }
}

/** What a run of some parts is to be put with, if there is such a thing. */
async function readOtherParts(
  file: string,
  { parts, size }: BenchOptions,
): Promise<Result | undefined> {
  if (parts.length === allParts.length) {
    return undefined;
  }
  const earlier = await readResult(file);
  if (earlier) {
    requireSameSize(earlier.size, size);
  }
  return earlier;
}
