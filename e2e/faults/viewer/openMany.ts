import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultScene } from '../FaultScene';
import { DefaultEksDeployApi, followRollouts } from './page';

const EVERY_MS = 10;
const LONGEST_MS = 180_000;

/**
 * Opens so many streams within a second, each followed as a tab does until it has its snapshot.
 *
 * @returns how many milliseconds it took until the last had its own.
 * @throws Error if one gets none.
 */
export async function openMany(
  { portal, entityRef }: FaultScene,
  count: number,
): Promise<number> {
  const client = new DefaultEksDeployApi({
    discoveryApi: { getBaseUrl: async () => `${portal.url}/api/eks-deploy` },
    fetchApi: { fetch: portal.api().fetch },
  });
  const since = Date.now();
  const patience = AbortSignal.timeout(LONGEST_MS);
  const opened: Array<Promise<boolean>> = [];
  const perTick = (count * EVERY_MS) / 1_000;
  while (opened.length < count) {
    for (let index = 0; index < perTick; index++) {
      opened.push(openOne(client, entityRef, patience));
    }
    await sleep(EVERY_MS);
  }
  const without = (await Promise.all(opened)).filter(has => !has).length;
  if (without > 0) {
    throw new Error(`Of ${count} viewers ${without} had no snapshot.`);
  }
  return Date.now() - since;
}

/** Whether it had its snapshot. */
async function openOne(
  client: DefaultEksDeployApi,
  entityRef: string,
  patience: AbortSignal,
): Promise<boolean> {
  const seen = new AbortController();
  let has = false;
  await followRollouts({
    connect: options => client.streamRollouts(entityRef, options),
    read: options => client.getRollouts(entityRef, options),
    dispatch(action) {
      if (action.type === 'event' && action.event.type === 'snapshot') {
        has = true;
        seen.abort();
      }
    },
    signal: AbortSignal.any([seen.signal, patience]),
  });
  return has;
}
