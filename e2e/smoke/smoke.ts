import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBinaries, MissingGoError } from '@eks-deploy/control-plane';
import {
  clusterKinds,
  findFreePorts,
  startPortal,
  type ClusterKind,
} from '@eks-deploy/scripts';
import { RunReport, runReported } from '../contract/RunReport';
import { signIn } from './portalApi';
import { steps, type Loop } from './steps';

/** Does a step, prints how long it took and what it says of its result, and counts it. */
async function timed<T>(
  report: RunReport,
  name: string,
  run: () => Promise<T>,
  say: (result: T) => string,
): Promise<T> {
  const started = Date.now();
  report.begin(name);
  const line = (mark: string) =>
    `${mark} ${((Date.now() - started) / 1000)
      .toFixed(1)
      .padStart(6)} s  ${name}`;
  try {
    const result = await run();
    report.end(name, 'passed');
    console.log(`${line('✓')} (${say(result)})`);
    return result;
  } catch (error) {
    // Counted, with its name, where the run breaks off.
    console.log(line('✗'));
    throw error;
  }
}

/** Runs the whole loop by public HTTP, on a portal started from nothing; stops at the first thing that isn't so. */
async function runLoop(
  report: RunReport,
  stateDir: string,
  cluster: ClusterKind,
): Promise<void> {
  const ports = await findFreePorts();
  const portal = await timed(
    report,
    'everything starts from a clean state',
    () => startPortal({ ports, stateDir, cluster }),
    ({ appUrl }) => appUrl,
  );
  const loop: Loop = { portal, api: await signIn(portal.backendUrl) };
  try {
    for (const step of steps) {
      await timed(
        report,
        step.name,
        () => step.run(loop),
        said => said,
      );
    }
  } finally {
    loop.viewer?.close();
    await portal.stop();
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      report: { type: 'string' },
      cluster: { type: 'string', default: 'sandbox' },
    },
  });
  const cluster = clusterKinds.find(kind => kind === values.cluster);
  if (!cluster) {
    throw new Error(`--cluster takes ${clusterKinds.join(' or ')}.`);
  }
  const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-smoke-'));
  const report = new RunReport(values.report);
  return runReported(report, async () => {
    try {
      if (cluster === 'control-plane') {
        await findBinaries({ onProgress: console.log });
      }
      await runLoop(report, stateDir, cluster);
    } catch (error) {
      // What CI runs is never left out.
      if (!(error instanceof MissingGoError) || process.env.CI) {
        throw error;
      }
      report.end('the loop', 'skipped');
      console.log(`Left out: ${error.message}`);
    } finally {
      await rm(stateDir, { recursive: true, force: true });
    }
  });
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
