import { parseArgs } from 'node:util';
import { findBinaries, MissingGoError } from '@eks-deploy/control-plane';
import { RunReport, runReported } from '../contract/RunReport';
import { untilBrokenOff } from '../contract/untilBrokenOff';
import type { Case } from './Case';
import { cases } from './cases';
import { ENVIRONMENTS, type Environment } from './environments';
import type { Outcome } from './Finding';
import { formatOutcomes } from './formatOutcomes';
import { holdCases } from './holdCases';
import { findAstray } from './rows';
import { startWorld } from './startWorld';

const USAGE = `Usage: ./yarnw e2e:states [--on CLUSTER …] [--only TEXT …] [--report FILE] [--state-dir FOLDER]

Brings about each state that a rollout can be in, and prints what a portal tells of it: its API, an open Deploy tab, and
kubectl at the same moment. --state-dir keeps configuration and logs there.

Clusters: ${ENVIRONMENTS.join(', ')}`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      on: { type: 'string', multiple: true },
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
  const astray = findAstray(cases.map(({ name }) => name));
  if (astray.length > 0) {
    throw new Error(`rows.ts has to name each state once: ${astray}.`);
  }
  const chosen = cases.filter(({ name }) =>
    values.only.some(text => name.includes(text)),
  );
  if (chosen.length === 0) {
    throw new Error(`No state's name contains "${values.only.join('", "')}".`);
  }
  const environments = chooseEnvironments(values.on);
  // What was asked for by name, and what CI runs, is never left out.
  const missing =
    values.on || process.env.CI ? new Map() : await findMissing(environments);
  const leftOut = [...missing].flatMap(([cluster, why]) =>
    chosen.map(({ name }) => ({ state: name, cluster, missing: why })),
  );
  const report = new RunReport(values.report);
  const code = await runReported(report, async () => {
    leftOut.forEach(({ state }) => report.end(state, 'skipped'));
    const outcomes = await hold(
      chosen,
      environments.filter(name => !missing.has(name)),
      report,
      values['state-dir'],
    );
    console.log(formatOutcomes([...outcomes, ...leftOut]));
  });
  console.log(`\n${report}`);
  return code;
}

function chooseEnvironments(names: string[] | undefined): Environment[] {
  const wrong = names?.find(name => !ENVIRONMENTS.some(one => one === name));
  if (wrong !== undefined) {
    throw new Error(
      `There is no cluster "${wrong}": --on takes ${ENVIRONMENTS.join(
        ' or ',
      )}.`,
    );
  }
  return ENVIRONMENTS.filter(name => !names || names.includes(name));
}

/** Clusters that this machine can't have, with the reason. */
async function findMissing(
  environments: Environment[],
): Promise<Map<Environment, string>> {
  if (!environments.includes('control-plane')) {
    return new Map();
  }
  try {
    await findBinaries({ onProgress: tell });
    return new Map();
  } catch (error) {
    if (!(error instanceof MissingGoError)) {
      throw error;
    }
    return new Map([['control-plane', error.message]]);
  }
}

async function hold(
  chosen: Case[],
  environments: Environment[],
  report: RunReport,
  stateDir?: string,
): Promise<Outcome[]> {
  const { signal, brokenOff } = untilBrokenOff();
  const world = await startWorld({
    ...{ environments, cases: chosen, stateDir, signal },
    onProgress: tell,
  });
  const { url } = world.portal;
  const portal = { url, api: world.portal.api() };
  tell('bringing about states');
  const holding = Promise.all(
    [...world.clusters].map(([name, cluster]) =>
      holdCases(chosen, { name, cluster }, portal, report),
    ),
  );
  try {
    return (await Promise.race([holding, brokenOff])).flat();
  } finally {
    await world.stop();
  }
}

function tell(message: string): void {
  console.error(`… ${message}`);
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
