import { setTimeout as sleep } from 'node:timers/promises';
import { askApi, type ApiAddress } from './clusterApi';

const TIMEOUT_MS = 60_000;
const EVERY_MS = 100;

/** Waits until the API server says itself that it is ready. */
export async function untilApiReady(api: ApiAddress): Promise<void> {
  await until('kube-apiserver is ready', async () => {
    const { status } = await askApi(api, '/readyz');
    return status === 200;
  });
}

/** Waits until pods can be scheduled: nodes are ready and untainted, and the controllers work. */
export async function untilNodesReady(api: ApiAddress): Promise<void> {
  await until('the simulated nodes are ready', async () => {
    const { text } = await askApi(api, '/api/v1/nodes');
    const { items } = JSON.parse(text) as { items: Node[] };
    return items.length > 0 && items.every(isSchedulable);
  });
  await until('the controllers have started', async () => {
    const { status } = await askApi(
      api,
      '/api/v1/namespaces/default/serviceaccounts/default',
    );
    return status === 200;
  });
}

interface Node {
  spec?: { taints?: unknown[] };
  status?: { conditions?: Array<{ type: string; status: string }> };
}

function isSchedulable({ spec, status }: Node): boolean {
  return (
    !spec?.taints?.length &&
    Boolean(
      status?.conditions?.some(
        ({ type, status: holds }) => type === 'Ready' && holds === 'True',
      ),
    )
  );
}

/** Asks again and again, for a minute; an error counts as no. */
export async function until(
  what: string,
  ask: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (Date.now() < deadline) {
    // Until it listens, a refused connection is no news.
    if (await ask().catch(() => false)) {
      return;
    }
    await sleep(EVERY_MS);
  }
  throw new Error(
    `It took more than ${
      TIMEOUT_MS / 1000
    } s until ${what}: is this machine busy? Run it again.`,
  );
}
