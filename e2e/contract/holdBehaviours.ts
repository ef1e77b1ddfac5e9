import type { Behaviour } from './Behaviour';

/** How one behaviour turned out with one party. */
export interface Outcome {
  /** Why it failed; none if it holds. */
  failure?: Error;
}

const LONGEST_MS = 90_000;

/** Holds every behaviour against a subject that is opened for it alone; outcomes by the behaviour's name. */
export async function holdBehaviours<Subject>(
  behaviours: Behaviour<Subject>[],
  options: {
    atOnce: number;
    open: (index: number) => Promise<Subject>;
    onOutcome: (behaviour: Behaviour<Subject>, outcome: Outcome) => void;
  },
): Promise<Map<string, Outcome>> {
  const { atOnce, open: openSubject, onOutcome } = options;
  const outcomes = new Map<string, Outcome>();
  const waiting = behaviours.map((behaviour, index) => ({ behaviour, index }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { behaviour, index } = next;
      const outcome = await hold(async () =>
        behaviour.check(await openSubject(index)),
      );
      outcomes.set(behaviour.name, outcome);
      onOutcome(behaviour, outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

async function hold(check: () => Promise<void>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It took more than ${LONGEST_MS / 1000} s.`)),
      LONGEST_MS,
    );
  });
  try {
    await Promise.race([check(), tooLong]);
    return {};
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(`${error}`) };
  } finally {
    clearTimeout(timer);
  }
}
