import { parseArgs } from 'node:util';
import type { Behaviour } from './Behaviour';
import { formatTable, type Column } from './formatTable';
import { holdBehaviours } from './holdBehaviours';
import { RunReport, runReported } from './RunReport';
import { untilBrokenOff, type BreakOff } from './untilBrokenOff';

/** One that is held to a contract. */
export interface Party<Subject> {
  /** Column of the table, e.g. `sandbox`. */
  name: string;
  /** Why it is not held to these behaviours, by their sentences. */
  departs?: Record<string, string>;
  /**
   * Gets it ready; breaks off when the signal is aborted.
   *
   * @throws MissingPartyError where this machine can't have it.
   */
  start(signal: AbortSignal): Promise<StartedParty<Subject>>;
}

export interface StartedParty<Subject> {
  /** What a behaviour gets, by the behaviour's place in the list. */
  open(index: number): Promise<Subject>;
  stop(): Promise<void>;
  /** Behaviours that it can't show, by their sentences. */
  lacks?: string[];
}

/** A party that is left out; its message says in a sentence what is missing and how to get it. */
export class MissingPartyError extends Error {}

/**
 * The command line of a contract: holds every party to its behaviours one after another, prints the table and the
 * counts, and ends the process.
 */
export async function runContract<Subject>(contract: {
  /** The command, e.g. `./yarnw e2e`. */
  command: string;
  /** What it does, in sentences. */
  about: string;
  parties: Party<Subject>[];
  behaviours: Behaviour<Subject>[];
  /** How many are held side by side; 1 by default. */
  atOnce?: number;
}): Promise<void> {
  try {
    process.exit(await run(contract));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function run<Subject>({
  command,
  about,
  parties,
  behaviours,
  atOnce = 1,
}: Parameters<typeof runContract<Subject>>[0]): Promise<number> {
  const { values } = parseArgs({
    options: {
      with: { type: 'string', multiple: true },
      only: { type: 'string', default: '' },
      report: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(
      `Usage: ${command} [--with PARTY …] [--only TEXT] [--report FILE]\n\n${about}\n\nParties: ${parties
        .map(({ name }) => name)
        .join(', ')}`,
    );
    return 0;
  }
  for (const sentence of parties.flatMap(({ departs = {} }) =>
    Object.keys(departs),
  )) {
    if (!behaviours.some(({ name }) => name === sentence)) {
      throw new Error(`There is no behaviour "${sentence}" to depart from.`);
    }
  }
  const chosen = behaviours.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) {
    throw new Error(`No behaviour's sentence contains "${values.only}".`);
  }
  const ending = untilBrokenOff();
  // What was asked for by name, and what CI runs, is never left out.
  const mayLeaveOut = !values.with && !process.env.CI;
  const report = new RunReport(values.report);
  const chosenParties = chooseParties(parties, values.with);
  const code = await runReported(report, async () => {
    const columns: Column[] = [];
    for (const party of chosenParties) {
      const started = await start(party, mayLeaveOut, ending.signal);
      if (started) {
        columns.push(
          await hold(party, started, { chosen, atOnce, ending, report }),
        );
      } else {
        report.end(party.name, 'skipped');
      }
    }
    console.log(formatTable(chosen, columns));
  });
  console.log(`\n${report}`);
  return code;
}

function chooseParties<Subject>(
  parties: Party<Subject>[],
  names: string[] = parties.map(({ name }) => name),
): Party<Subject>[] {
  return names.map(wanted => {
    const party = parties.find(({ name }) => name === wanted);
    if (!party) {
      throw new Error(
        `There is no party "${wanted}": --with takes ${parties
          .map(({ name }) => name)
          .join(' or ')}.`,
      );
    }
    return party;
  });
}

async function start<Subject>(
  party: Party<Subject>,
  mayLeaveOut: boolean,
  signal: AbortSignal,
): Promise<StartedParty<Subject> | undefined> {
  try {
    return await party.start(signal);
  } catch (error) {
    if (!(mayLeaveOut && error instanceof MissingPartyError)) {
      throw error;
    }
    console.error(`… ${party.name} is left out: ${error.message}`);
    return undefined;
  }
}

async function hold<Subject>(
  { name, departs = {} }: Party<Subject>,
  { open, stop, lacks = [] }: StartedParty<Subject>,
  options: {
    chosen: Behaviour<Subject>[];
    atOnce: number;
    ending: BreakOff;
    report: RunReport;
  },
): Promise<Column> {
  const { chosen, atOnce, ending, report } = options;
  const nameOf = (behaviour: Behaviour<Subject>) =>
    `${name}: ${behaviour.name}`;
  const shown = chosen.filter(
    behaviour =>
      !(behaviour.name in departs) && !lacks.includes(behaviour.name),
  );
  try {
    const holding = holdBehaviours(shown, {
      atOnce,
      open,
      onBegin: behaviour => report.begin(nameOf(behaviour)),
      onOutcome: (behaviour, { failure }) => {
        report.end(nameOf(behaviour), failure ? 'failed' : 'passed');
        if (failure) {
          console.error(`✗ ${name}: ${behaviour.name}\n${failure.message}\n`);
        }
      },
    });
    return {
      party: name,
      outcomes: await Promise.race([holding, ending.brokenOff]),
    };
  } finally {
    await stop();
  }
}
