import { inTurns } from '../contract/inTurns';
import type { CaseResult, RunReport } from '../contract/RunReport';
import { within } from '../contract/within';
import type { Fault } from './Fault';
import type { Found } from './Found';
import type { World } from './World';

/** How one fault turned out. */
export interface Outcome {
  fault: Fault;
  /** None if more was lost than may be, or it could not be shown. */
  found?: Found;
  failure?: Error;
  /** Why it was left out. */
  missing?: string;
}

const AT_ONCE = 3;
const LONGEST_MS = 300_000;

/** Brings about the faults of each lane, the lanes one after another; outcomes in the order of the faults. */
export async function holdFaults(
  faults: Fault[],
  world: World,
  options: { report: RunReport; check: (fault: Fault) => Promise<Found> },
): Promise<Outcome[]> {
  const { report, check } = options;
  const outcomes = new Map<Fault, Outcome>();
  const hold = async (fault: Fault) => {
    report.begin(fault.slug);
    const outcome = await holdOne(fault, world, check);
    outcomes.set(fault, outcome);
    report.end(fault.slug, toResult(outcome));
  };
  const lane = (name: Fault['lane']) =>
    faults.filter(fault => fault.lane === name);
  const long = Promise.all(lane('long').map(hold));
  await inTurns(lane('beside'), AT_ONCE, hold);
  await inTurns(lane('alone'), 1, hold);
  await long;
  await inTurns(lane('server'), 1, hold);
  return faults.flatMap(fault => outcomes.get(fault) ?? []);
}

function toResult({ failure, missing }: Outcome): CaseResult {
  if (failure) {
    return 'failed';
  }
  return missing ? 'skipped' : 'passed';
}

async function holdOne(
  fault: Fault,
  world: World,
  check: (fault: Fault) => Promise<Found>,
): Promise<Outcome> {
  const missing = fault.missing?.(world);
  if (missing) {
    // What CI runs is never left out.
    return process.env.CI
      ? { fault, failure: new Error(missing) }
      : { fault, missing };
  }
  try {
    return { fault, found: await within(LONGEST_MS, check(fault)) };
  } catch (error) {
    return {
      fault,
      failure: error instanceof Error ? error : new Error(`${error}`),
    };
  }
}
