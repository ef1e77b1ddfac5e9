import { writeFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePorts, startPortal } from '@eks-deploy/scripts';
import { signIn } from './portalApi';
import { steps, type Loop } from './steps';

/** Runs the whole loop by public HTTP, on a portal started from nothing; stops at the first thing that isn't so. */
async function main() {
  const { values } = parseArgs({ options: { report: { type: 'string' } } });
  const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-smoke-'));
  const counts = { passed: 0, failed: 0 };
  const timed = async (name: string, run: () => Promise<string>) => {
    const started = Date.now();
    const seconds = () =>
      `${((Date.now() - started) / 1000).toFixed(1)} s`.padStart(8);
    try {
      const said = await run();
      counts.passed += 1;
      console.log(`✓ ${seconds()} ${name} (${said})`);
    } catch (error) {
      counts.failed += 1;
      console.log(`✗ ${seconds()} ${name}`);
      throw error;
    }
  };

  let loop: Loop | undefined;
  try {
    await timed('everything starts from a clean state', async () => {
      const portal = await startPortal({
        ports: await findFreePorts(),
        stateDir,
      });
      loop = { portal, api: await signIn(portal.backendUrl) };
      return portal.appUrl;
    });
    for (const step of steps) {
      await timed(step.name, () => step.run(loop!));
    }
  } finally {
    loop?.viewer?.close();
    await loop?.portal.stop();
    await rm(stateDir, { recursive: true, force: true });
    if (values.report) {
      await writeFile(values.report, JSON.stringify(counts));
    }
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
