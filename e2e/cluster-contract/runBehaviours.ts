import type { Behaviour } from './Behaviour';
import type { ClusterUnderTest } from './ClusterUnderTest';
import { Scene } from './Scene';

/** How one behaviour turned out on one cluster. */
export interface Outcome {
  /** Why it failed; none if it holds. */
  failure?: Error;
}

/** Most of a behaviour's time is waiting: several wait side by side. */
const AT_ONCE = 6;
const LONGEST_MS = 90_000;

/** Holds every behaviour against a cluster, each in a namespace of its own; outcomes by the behaviour's name. */
export function runBehaviours(
  cluster: ClusterUnderTest,
  behaviours: Behaviour[],
  onOutcome: (behaviour: Behaviour, outcome: Outcome) => void,
): Promise<Map<string, Outcome>> {
  return holdBehaviours(behaviours, {
    atOnce: AT_ONCE,
    onOutcome,
    open: async index => {
      const scene = new Scene(
        cluster,
        `${cluster.namespacePrefix}-${index + 1}`,
      );
      await open(scene);
      return scene;
    },
  });
}

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

/** A namespace takes pods once it has its service account. */
async function open(scene: Scene): Promise<void> {
  await scene.must('/api/v1/namespaces', {
    method: 'POST',
    body: { metadata: { name: scene.namespace } },
  });
  const account = `/api/v1/namespaces/${scene.namespace}/serviceaccounts/default`;
  await scene.eventually('the namespace has its service account', async () => {
    const { status } = await scene.ask(account);
    return status === 200;
  });
}
