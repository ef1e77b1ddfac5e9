import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../repositoryRoot';
import type { Check, Counts } from './count';

export interface CheckResult extends Counts {
  name: string;
  seconds: number;
}

/** Runs one check to its end, its output passed through. Never throws: what could not run has failed. */
export async function runCheck(check: Check): Promise<CheckResult> {
  console.log(`\n── ${check.name} ${'─'.repeat(60 - check.name.length)}`);
  const started = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'eks-deploy-check-'));
  const report = join(folder, 'report.json');
  try {
    const code = await run(check, report);
    const counts = await readCounts(check, report, code);
    return {
      name: check.name,
      ...counts,
      seconds: (Date.now() - started) / 1000,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readCounts(
  check: Check,
  report: string,
  code: number,
): Promise<Counts> {
  const alone = {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
  };
  if (!check.count) {
    return alone;
  }
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) {
    console.error(`${check.name} wrote no report, so nothing it did counts.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = check.count(JSON.parse(text));
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  // An exit code that no counted test explains is a failure of its own.
  const unexplained = code !== 0 && counts.failed === 0;
  return ranNothing || unexplained
    ? { ...counts, failed: counts.failed + 1 }
    : counts;
}

function run(check: Check, report: string): Promise<number> {
  const insert = (text: string) => text.replace('{report}', report);
  const env = Object.entries(check.env ?? {}).map(([key, value]) => [
    key,
    insert(value),
  ]);
  const child = spawn(join(repositoryRoot, 'yarnw'), check.args.map(insert), {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, ...Object.fromEntries(env) },
  });
  return new Promise(resolve => {
    child.once('error', error => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', code => resolve(code ?? 1));
  });
}
