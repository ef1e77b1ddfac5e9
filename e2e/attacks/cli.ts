import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { untilBrokenOff } from '../contract/untilBrokenOff';
import type { Phase } from './Attack';
import { formatOutcomes, formatSums } from './formatOutcomes';
import { isWithstood, markOf, runAttacks, type Outcome } from './runAttacks';
import type { Database } from './Scene';
import { defaultPhases, phases } from './suite';
import { startWorld, type OpenedScene, type World } from './world/startWorld';

const USAGE = `Usage: ./yarnw e2e:attacks [--on DATABASE …] [--only TEXT …] [--report FILE] [--state-dir FOLDER]

Attacks running portals: one with careful rules on SQLite, the same on PostgreSQL, and one without configuration. Prints what
was tried, what must be answered and what was answered. --state-dir keeps configuration and logs there.

Databases: SQLite, PostgreSQL, default (the portal without configuration)`;

const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING;
const NO_POSTGRES =
  'it needs a PostgreSQL: give its address by BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING, as .ci/run does by pg_virtualenv';

/** A portal to attack, and how. */
interface Target {
  name: string;
  phases: Phase[];
  /** Why this machine can't have it. */
  missing?: string;
  open(world: World): Promise<OpenedScene>;
}

async function main(): Promise<boolean> {
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
    return true;
  }
  const targets = chooseTargets(values.on, values.only);
  const outcomes: Outcome[] = [];
  const onOutcome = async (outcome: Outcome) => {
    outcomes.push(outcome);
    console.error(toLine(outcome));
    if (values.report) {
      await writeFile(values.report, JSON.stringify(count(outcomes)));
    }
  };
  const { brokenOff } = untilBrokenOff();
  const world = await startWorld({
    stateDir: values['state-dir'],
    postgres: POSTGRES,
    onProgress: message => console.error(`… ${message}`),
  });
  try {
    await Promise.race([attackAll(targets, world, onOutcome), brokenOff]);
  } finally {
    await world.stop();
  }
  console.log(formatOutcomes(outcomes));
  console.log(`\n${formatSums(outcomes)}`);
  const { passed, failed, skipped } = count(outcomes);
  console.log(
    `\n${passed} passed, ${failed} failed${
      skipped > 0 ? `, ${skipped} left out` : ''
    }`,
  );
  return failed === 0;
}

function chooseTargets(on: string[] | undefined, only: string[]): Target[] {
  const careful = (database: Database): Target => ({
    name: database,
    phases: phases.map(phase =>
      phase.filter(attack => (attack.only ?? database) === database),
    ),
    missing: database === 'PostgreSQL' && !POSTGRES ? NO_POSTGRES : undefined,
    open: world => world.openCareful(database),
  });
  const all = [
    careful('SQLite'),
    careful('PostgreSQL'),
    {
      name: 'default',
      phases: defaultPhases,
      open: (world: World) => world.openDefault(),
    },
  ];
  const wrong = on?.find(name => !all.some(target => target.name === name));
  if (wrong !== undefined) {
    throw new Error(`There is no portal "${wrong}"; see --help.`);
  }
  const chosen = all
    .filter(({ name }) => !on || on.includes(name))
    .map(target => ({
      ...target,
      phases: target.phases
        .map(phase =>
          phase.filter(({ name, finding }) =>
            only.some(text => `${finding} ${name}`.includes(text)),
          ),
        )
        .filter(phase => phase.length > 0),
    }))
    .filter(target => target.phases.length > 0);
  if (chosen.length === 0) {
    throw new Error(`No attack's name contains "${only.join('", "')}".`);
  }
  return chosen;
}

/** Attacks one portal after another. One that can't be started has failed every attack. */
async function attackAll(
  targets: Target[],
  world: World,
  onOutcome: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  for (const target of targets) {
    const { name: portal, missing } = target;
    // What CI runs is never left out.
    const failure = process.env.CI && missing ? new Error(missing) : undefined;
    const conclude = async (why: Pick<Outcome, 'failure' | 'missing'>) => {
      for (const attack of target.phases.flat()) {
        await onOutcome({ attack, portal, inputs: 0, serverErrors: 0, ...why });
      }
    };
    if (missing) {
      await conclude(failure ? { failure } : { missing });
      continue;
    }
    console.error(`… starting a portal: ${portal}`);
    let opened: OpenedScene;
    try {
      opened = await target.open(world);
    } catch (error) {
      await conclude({
        failure: error instanceof Error ? error : new Error(`${error}`),
      });
      continue;
    }
    try {
      const { scene } = opened;
      await runAttacks(target.phases, { scene, portal, onOutcome });
    } finally {
      await opened.close();
    }
  }
}

function toLine(outcome: Outcome): string {
  const { attack, portal, failure, missing, result, seconds = 0 } = outcome;
  const why = missing ?? failure?.message ?? result?.answered ?? '';
  return `${markOf(outcome)} ${portal} ${attack.finding}: ${
    attack.name
  } (${seconds} s)\n    ${why}${(result?.successes ?? [])
    .map(success => `\n    ! ${success}`)
    .join('')}`;
}

function count(outcomes: Outcome[]) {
  const skipped = outcomes.filter(({ missing }) => missing).length;
  const passed = outcomes.filter(isWithstood).length;
  return { passed, failed: outcomes.length - passed - skipped, skipped };
}

main().then(
  withstood => process.exit(withstood ? 0 : 1),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
