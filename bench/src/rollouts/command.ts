import { join } from 'node:path';
import { Command } from 'commander';
import { benchFolder } from '../benchFolder';
import {
  fullSize,
  quickSize,
  sizes,
  type BenchOptions,
  type BenchSize,
} from './options';
import { describeMachine } from './results/describeMachine';
import { formatMetrics } from './results/formatMetrics';
import { toMetrics } from './results/toMetrics';
import { writeResult } from './results/writeResult';
import { run } from './run';

type Flags = Partial<Record<keyof BenchSize, string>> & {
  quick?: boolean;
  output?: string;
  profileFolder?: string;
};

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
      '--output <file>',
      'where the result goes (bench/results/rollouts.json)',
    )
    .option(
      '--profile-folder <folder>',
      'write CPU profiles of all processes there, which costs time itself',
    )
    .action(benchRollouts);
}

async function benchRollouts(flags: Flags): Promise<void> {
  const { quick, output = quick ? undefined : RESULT } = flags;
  const options = toOptions(flags);
  const machine = describeMachine();
  const startedAt = Date.now();
  const findings = await run(options, message => {
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(0);
    process.stderr.write(`${seconds.padStart(6)} s  ${message}\n`);
  });
  const metrics = toMetrics(findings);
  process.stdout.write(`${formatMetrics(metrics)}\n`);
  if (output) {
    await writeResult(output, { machine, size: options.size, metrics });
  }
}

function toOptions({ quick, profileFolder, ...flags }: Flags): BenchOptions {
  const size = { ...(quick ? quickSize : fullSize) };
  for (const name of Object.keys(sizes) as Array<keyof BenchSize>) {
    size[name] = toNumber(name, flags[name] ?? String(size[name]));
  }
  return { size, profileFolder };
}

function toNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`${name} is '${text}': give a whole number above 0.`);
  }
  return number;
}
