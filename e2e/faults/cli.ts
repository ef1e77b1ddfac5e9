import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MissingGoError } from '@eks-deploy/control-plane';
import { untilBrokenOff } from '../contract/untilBrokenOff';
import { faults } from './faults';
import type { Fault } from './Fault';
import { formatFindings } from './formatFindings';
import { holdFaults, type Outcome } from './holdFaults';
import { startWorld } from './startWorld';

const USAGE = `Usage: ./yarnw e2e:faults [--only TEXT …] [--report FILE] [--state-dir FOLDER]

Brings about what goes wrong between a viewer and an API server, on a real control plane and real portals, and prints what
was kept, what the viewer was told and how long it took to be live again. --state-dir keeps configuration and logs there.`;

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [''] },
      report: { type: 'string' },
      'state-dir': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return true;
  }
  const chosen = faults.filter(({ name, slug }) =>
    values.only.some(text => `${slug} ${name}`.includes(text)),
  );
  if (chosen.length === 0) {
    throw new Error(`No fault's name contains "${values.only.join('", "')}".`);
  }
  const outcomes = await hold(chosen, values['state-dir']).catch(error => {
    // What CI runs is never left out.
    if (!(error instanceof MissingGoError) || process.env.CI) {
      throw error;
    }
    return chosen.map(fault => ({ fault, missing: error.message }));
  });
  console.log(formatFindings(outcomes));
  const counts = count(outcomes);
  const { passed, failed, skipped } = counts;
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} left out`);
  if (values.report) {
    await writeFile(values.report, JSON.stringify(counts));
  }
  return failed === 0;
}

async function hold(chosen: Fault[], stateDir?: string): Promise<Outcome[]> {
  const { signal, brokenOff } = untilBrokenOff();
  const { world, open, stop } = await startWorld({
    ...{ faults: chosen, stateDir, signal },
    postgres: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING,
    onProgress: message => console.error(`… ${message}`),
  });
  const holding = holdFaults(chosen, world, async fault => {
    const scene = await open(fault);
    const since = Date.now();
    try {
      return await fault.check(scene);
    } finally {
      scene.close();
      const seconds = Math.round((Date.now() - since) / 1_000);
      console.error(`… ${fault.slug}: ${seconds} s`);
    }
  });
  try {
    return await Promise.race([holding, brokenOff, world.controlPlane.failed]);
  } finally {
    await stop();
  }
}

function count(outcomes: Outcome[]) {
  return {
    passed: outcomes.filter(({ found }) => found).length,
    failed: outcomes.filter(({ failure }) => failure).length,
    skipped: outcomes.filter(({ missing }) => missing).length,
  };
}

main().then(
  kept => process.exit(kept ? 0 : 1),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
