import type { Behaviour } from './Behaviour';
import { inTurns } from './inTurns';
import { within } from './within';

/** How one behaviour turned out with one party. */
export interface Outcome {
  /** Why it failed; none if it holds. */
  failure?: Error;
}

const LONGEST_MS = 180_000;

/** Holds every behaviour against a subject that is opened for it alone; outcomes by the behaviour's name. */
export async function holdBehaviours<Subject>(
  behaviours: Behaviour<Subject>[],
  options: {
    atOnce: number;
    open: (index: number) => Promise<Subject>;
    onBegin: (behaviour: Behaviour<Subject>) => void;
    onOutcome: (behaviour: Behaviour<Subject>, outcome: Outcome) => void;
  },
): Promise<Map<string, Outcome>> {
  const { atOnce, open: openSubject, onBegin, onOutcome } = options;
  const outcomes = new Map<string, Outcome>();
  await inTurns([...behaviours.entries()], atOnce, async entry => {
    const [index, behaviour] = entry;
    onBegin(behaviour);
    const outcome = await hold(async () =>
      behaviour.check(await openSubject(index)),
    );
    outcomes.set(behaviour.name, outcome);
    onOutcome(behaviour, outcome);
  });
  return outcomes;
}

async function hold(check: () => Promise<void>): Promise<Outcome> {
  try {
    await within(LONGEST_MS, check());
    return {};
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(`${error}`) };
  }
}
