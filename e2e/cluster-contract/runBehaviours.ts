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
export async function runBehaviours(
  cluster: ClusterUnderTest,
  behaviours: Behaviour[],
  onOutcome: (behaviour: Behaviour, outcome: Outcome) => void,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const waiting = behaviours.map((behaviour, index) => ({ behaviour, index }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { behaviour, index } = next;
      const outcome = await hold(cluster, behaviour, `contract-${index + 1}`);
      outcomes.set(behaviour.name, outcome);
      onOutcome(behaviour, outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

async function hold(
  cluster: ClusterUnderTest,
  { check }: Behaviour,
  namespace: string,
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It took more than ${LONGEST_MS / 1000} s.`)),
      LONGEST_MS,
    );
  });
  try {
    const scene = new Scene(cluster, namespace);
    await Promise.race([open(scene).then(() => check(scene)), tooLong]);
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
