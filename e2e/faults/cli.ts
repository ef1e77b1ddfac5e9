import { parseArgs } from 'node:util';
import { MissingGoError } from '@eks-deploy/control-plane';
import { RunReport, runReported } from '../contract/RunReport';
import { untilBrokenOff } from '../contract/untilBrokenOff';
import { faults } from './faults';
import type { Fault } from './Fault';
import type { FaultScene } from './FaultScene';
import { formatFindings } from './formatFindings';
import { holdFaults, type Outcome } from './holdFaults';
import { startWorld } from './startWorld';

const USAGE = `Usage: ./yarnw e2e:faults [--only TEXT …] [--report FILE] [--state-dir FOLDER]

Brings about what goes wrong between a viewer and an API server, on a real control plane and real portals, and prints what
was kept, what the viewer was told and how long it took to be live again. --state-dir keeps configuration and logs there.`;

async function main(): Promise<number> {
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
    return 0;
  }
  const chosen = faults.filter(({ name, slug }) =>
    values.only.some(text => `${slug} ${name}`.includes(text)),
  );
  if (chosen.length === 0) {
    throw new Error(`No fault's name contains "${values.only.join('", "')}".`);
  }
  const report = new RunReport(values.report);
  const code = await runReported(report, async () => {
    const outcomes = await hold(chosen, report, values['state-dir']).catch(
      error => {
        // What CI runs is never left out.
        if (!(error instanceof MissingGoError) || process.env.CI) {
          throw error;
        }
        chosen.forEach(({ slug }) => report.end(slug, 'skipped'));
        return chosen.map(fault => ({ fault, missing: error.message }));
      },
    );
    console.log(formatFindings(outcomes));
  });
  console.log(`\n${report}`);
  return code;
}

async function hold(
  chosen: Fault[],
  report: RunReport,
  stateDir?: string,
): Promise<Outcome[]> {
  const { signal, brokenOff } = untilBrokenOff();
  const { world, open, stop } = await startWorld({
    ...{ faults: chosen, stateDir, signal },
    postgres: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING,
    onProgress: message => console.error(`… ${message}`),
  });
  const holding = holdFaults(chosen, world, {
    report,
    async check(fault) {
      const since = Date.now();
      let scene: FaultScene | undefined;
      try {
        scene = await open(fault);
        return await fault.check(scene);
      } catch (error) {
        // The table has room for its beginning only.
        console.error(`✗ ${fault.slug}: ${error}`);
        throw error;
      } finally {
        scene?.close();
        const seconds = Math.round((Date.now() - since) / 1_000);
        console.error(`… ${fault.slug}: ${seconds} s`);
      }
    },
  });
  try {
    return await Promise.race([holding, brokenOff, world.controlPlane.failed]);
  } finally {
    await stop();
  }
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
