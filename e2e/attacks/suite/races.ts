import type { Attack } from '../Attack';
import type { Scene } from '../Scene';
import {
  aComponent,
  type Claim,
  type Component,
} from '../world/AttackerRepository';
import { readRevision, Statuses, workloadPath } from './requests';

const ROUNDS = 11;
const WORKERS = 4;
const ENOUGH_OF_A_LOG = 400;
const ORDERS = 'group:default/team-orders';

/** A component whose file says now this and now that, so that a check sees one state and the act another. */
interface Flip {
  what: string;
  /** How many components flip like this. */
  count: number;
  /** A claim that the configuration allows, but that the user is not the owner of. */
  foreign: Claim;
  /** A claim of the user's own, or one that the configuration refuses. */
  own: Claim;
}

const orders = { namespace: 'orders', kubernetesId: 'orders' };

const FLIPS: Flip[] = [
  {
    what: 'owner and namespace',
    count: 6,
    foreign: { ...orders, owner: ORDERS },
    own: { kubernetesId: 'orders' },
  },
  {
    what: 'owner',
    count: 3,
    foreign: { ...orders, owner: ORDERS },
    own: orders,
  },
  {
    what: 'namespace',
    count: 3,
    foreign: orders,
    own: { kubernetesId: 'orders' },
  },
  {
    what: 'label, owner and namespace',
    count: 3,
    foreign: { ...orders, owner: ORDERS },
    own: {},
  },
  {
    what: 'environments, owner and namespace',
    count: 3,
    foreign: { ...orders, owner: ORDERS },
    own: { kubernetesId: 'orders', environments: 'fake' },
  },
  {
    what: 'a namespace that is refused, and the owner',
    count: 2,
    foreign: { ...orders, owner: ORDERS },
    own: { kubernetesId: 'orders', namespace: 'kube-system' },
  },
];

function toComponents(side: 'foreign' | 'own'): Component[] {
  return FLIPS.flatMap(({ count, ...flip }, kind) =>
    Array.from({ length: count }, (_, index) =>
      aComponent(`flip-${kind}-${index}`, flip[side]),
    ),
  );
}

export const races: Attack[] = [
  {
    name: "read another team's log, or restart it in production, by an entity that flips between check and use",
    finding: '1',
    expected: '403, 404 or 409 to every request, nothing written',
    withinMs: 240_000,
    async run(scene) {
      const { hostile, clusters, repository } = scene;
      const names = toComponents('own').map(({ metadata }) => metadata.name);
      const before = clusters.production.countWrites('orders');
      const successes: string[] = [];
      const logs = new Statuses();
      const restarts = new Statuses();
      await repository.publish('flips.yaml', toComponents('foreign'));
      let revision = await readRevision(
        hostile,
        'orders',
        'production',
        'orders-backend',
      );

      const readLog = async (name: string) => {
        const { status, lines } = await readSomeLog(scene, name);
        logs.add(status);
        if (lines.includes('"pod":"orders-')) {
          successes.push(`log of orders in staging by ${name}`);
        }
      };
      const restart = async (name: string) => {
        const { status } = await hostile.send({
          method: 'POST',
          path: `${workloadPath(name, 'production', 'orders-backend')}/restart`,
          body: { fromRevision: revision, reason: 'flip' },
        });
        restarts.add(status);
        if (status === 202) {
          successes.push(`restart of orders in production by ${name}`);
          revision = await readRevision(
            hostile,
            'orders',
            'production',
            'orders-backend',
          );
        }
      };
      const flips = await flipWhile(scene, names, [readLog, restart]);
      const writes = clusters.production.countWrites('orders') - before;
      if (writes > 0) {
        successes.push(`${writes} writes to production's orders`);
      }
      return {
        answered: `${flips} flips; logs: ${logs}; restarts: ${restarts}; writes to orders: ${writes}`,
        successes: summarize(successes),
      };
    },
  },
  {
    name: "dispatch another team's workflow by an entity whose repository or workflow flips",
    finding: '1',
    expected: 'no dispatch that the entity may not have',
    withinMs: 180_000,
    async run({ hostile, github, repository }) {
      const flips = {
        own: { slug: repository.slug },
        foreign: { slug: 'example-org/orders' },
      };
      const names = Array.from({ length: 20 }, (_, index) => `slug-${index}`);
      const publish = (side: 'own' | 'foreign') =>
        repository.publish(
          'slugs.yaml',
          names.map((name, index) =>
            aComponent(name, {
              ...flips[side],
              // Every other one flips its workflow's file as well.
              ...(index % 2 === 1 && {
                annotations: {
                  'eks-deploy/deploy-workflow':
                    side === 'own' ? 'deploy.yml' : 'backend.yml',
                },
              }),
            }),
          ),
        );
      const statuses = new Statuses();
      const begin = github.writes.length;
      const stopped = github.proxy.impose({
        // What arrives has succeeded already; nobody's production is to go down for it.
        matches: ({ verb, url }) =>
          verb === 'POST' && /orders.*dispatches$/.test(url.pathname),
        act: exchange => exchange.refuse(403, 'Forbidden'),
      });
      let turns = 0;
      try {
        await publish('own');
        const revision = await readRevision(
          hostile,
          'chat',
          'production',
          'chat-backend',
        );
        await hammer(
          names,
          [
            async name => {
              const { status } = await hostile.send({
                method: 'POST',
                path: `${workloadPath(
                  name,
                  'production',
                  'chat-backend',
                )}/redeploy`,
                body: { fromRevision: revision, reason: 'flip' },
              });
              statuses.add(status);
            },
          ],
          async () => {
            for (turns = 0; turns < ROUNDS; turns++) {
              await publish(turns % 2 === 0 ? 'foreign' : 'own');
            }
          },
        );
      } finally {
        stopped.end();
      }
      const dispatches = github.writes
        .slice(begin)
        .map(({ url }) => url.pathname)
        .filter(path => /dispatches$/.test(path));
      const foreign = dispatches.filter(
        path => !path.includes(`/repos/${repository.slug}/`),
      );
      return {
        answered: `${turns * names.length} flips; ${statuses}; ${
          dispatches.length
        } dispatches, ${foreign.length} of them to orders`,
        successes: summarize(foreign.map(path => `dispatch of ${path}`)),
      };
    },
  },
];

/** Flips all components again and again while requests are made by them; gives the number of flips. */
async function flipWhile(
  { repository }: Scene,
  names: string[],
  requests: Array<(name: string) => Promise<void>>,
): Promise<number> {
  let rounds = 0;
  await hammer(names, requests, async () => {
    for (; rounds < ROUNDS; rounds++) {
      const side = rounds % 2 === 0 ? 'own' : 'foreign';
      await repository.publish('flips.yaml', toComponents(side));
    }
  });
  return rounds * names.length;
}

/** Makes each of the requests by one name after another, by several workers, for as long as the work takes. */
async function hammer(
  names: string[],
  requests: Array<(name: string) => Promise<void>>,
  work: () => Promise<void>,
): Promise<void> {
  let goesOn = true;
  let next = 0;
  const workers = Promise.all(
    requests.flatMap(request =>
      Array.from({ length: WORKERS }, async () => {
        while (goesOn) {
          next += 1;
          await request(names[next % names.length]);
        }
      }),
    ),
  );
  // They are waited for below; until then a failure of theirs is nobody's.
  workers.catch(() => {});
  try {
    await work();
  } finally {
    goesOn = false;
    await workers;
  }
}

/** The beginning of what a log stream sends. */
async function readSomeLog(
  { hostile }: Scene,
  name: string,
): Promise<{ status: number; lines: string }> {
  const { status, body, close } = await hostile.open({
    path: `${workloadPath(name, 'staging', 'orders-backend')}/logs?tailLines=2`,
    signal: AbortSignal.timeout(30_000),
  });
  let lines = '';
  try {
    for await (const chunk of body) {
      lines += chunk;
      if (lines.length > ENOUGH_OF_A_LOG) {
        break;
      }
    }
  } catch {
    // It was cut; what came before counts.
  }
  if (lines.length > ENOUGH_OF_A_LOG) {
    close();
  }
  return { status, lines };
}

/** The first of each kind, with how many there were in all. */
function summarize(successes: string[]): string[] {
  return successes.length > 5
    ? [...successes.slice(0, 4), `… ${successes.length} in all`]
    : successes;
}
