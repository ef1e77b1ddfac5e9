import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from '../Attack';
import type { Scene } from '../Scene';
import { aComponent } from '../world/AttackerRepository';
import type { OpenAnswer } from '../world/Hostile';
import {
  aFakeReplicaSet,
  collectionsOf,
  fillFakeNamespace,
} from '../world/fakeNamespace';
import { measureDelay } from '../world/measureDelay';
import { entityPath, messageOf, Statuses, workloadPath } from './requests';

const MB = 1024 ** 2;
/** Lines that never end, in megabytes by what they repeat. */
const LINES: Record<string, number> = {
  A: 256,
  'progress 10 %\r': 64,
  '\u0000': 64,
  '💥': 64,
};
const MOST_MORE_MB = 100;
/** Four lists of a cluster are read at once, of up to 32 MB each. */
const MOST_LISTED_MB = 150;
const SAMPLE_EVERY_MS = 300;
const MOST_DELAY_MS = 1_000;
const REPLICA_SETS = 120;
const REPLICA_SET_BYTES = 1_000_000;
/** What is read up to a bound says so, and what is not answered in time doesn't. */
const TOO_MUCH = /\bMB\b|too (many|much|large)|more than/i;
const FOLLOWERS = 200;
const VIEWERS = 300;

export const bounds: Attack[] = [
  {
    name: `take all memory by a log line of ${LINES.A} MB`,
    finding: '5',
    expected: `at most ${MOST_MORE_MB} MB more`,
    only: 'SQLite',
    async run(scene) {
      const { hostile } = scene;
      const sent: string[] = [];
      const grown: number[] = [];
      await openNamespace(scene, 'line');
      for (const [text, size] of Object.entries(LINES)) {
        scene.fake.setLog('line-2-aaaaa', response =>
          flood(response, text, size * MB),
        );
        grown.push(
          await measureGrowth(scene, async () => {
            const answer = await hostile.open({
              path: `${workloadPath(
                'line',
                'fake',
                'line',
              )}/logs?follow=true&pod=line-2-aaaaa`,
              signal: AbortSignal.timeout(60_000),
            });
            sent.push(`${answer.status}`);
            await drain(answer);
          }),
        );
      }
      const most = Math.max(...grown);
      return {
        answered: `${sent.join(', ')}; ${Math.round(most)} MB more at most`,
        successes:
          most > MOST_MORE_MB ? [`${Math.round(most)} MB of memory`] : [],
      };
    },
  },
  {
    name: `take all memory by a namespace with ${REPLICA_SETS} MB of ReplicaSets`,
    finding: '11',
    expected: `answered, or refused because of its size; at most ${MOST_LISTED_MB} MB more`,
    only: 'SQLite',
    async run(scene) {
      const { fake, hostile, portal } = scene;
      await openNamespace(scene, 'big');
      const { replicaSets } = collectionsOf('chat-big');
      for (let revision = 3; revision < REPLICA_SETS; revision++) {
        fake.put(
          replicaSets,
          aFakeReplicaSet('big', revision, {
            annotations: { big: 'z'.repeat(REPLICA_SET_BYTES) },
          }),
        );
      }
      const path = workloadPath('big', 'fake', 'big');
      const statuses = new Statuses();
      const failures: string[] = [];
      const readAll = async () => {
        const answers = await Promise.all(
          ['revisions', 'pods', 'events', 'revisions/1/diff']
            .flatMap(tail => [tail, tail])
            .map(tail => hostile.send({ path: `${path}/${tail}` })),
        );
        answers.forEach(answer => {
          statuses.add(answer.status);
          if (answer.status >= 500 && !TOO_MUCH.test(messageOf(answer))) {
            failures.push(`${answer.status} ${messageOf(answer)}`);
          }
        });
      };
      try {
        // A garbage collection is a delay too, so that each is measured by itself.
        const delay = await measureDelay(portal, readAll);
        const grown = await measureGrowth(scene, readAll);
        return {
          answered: `${statuses}; ${Math.round(
            grown,
          )} MB more at most, not alive for ${Math.round(delay)} ms`,
          successes: [
            ...new Set(failures),
            ...(grown > MOST_LISTED_MB ? [`${Math.round(grown)} MB`] : []),
          ],
        };
      } finally {
        fake.clear('chat-big');
      }
    },
  },
  {
    name: `take all connections by ${FOLLOWERS} logs that are followed`,
    finding: '11',
    expected:
      '429 with Retry-After beyond the cap, and logs again after they were closed',
    only: 'SQLite',
    async run({ hostile }) {
      const path = `${workloadPath(
        'chat',
        'staging',
        'chat-frontend',
      )}/logs?follow=true&tailLines=1`;
      const statuses = new Statuses();
      const open: OpenAnswer[] = [];
      let silent = 0;
      try {
        for (let index = 0; index < FOLLOWERS; index++) {
          const answer = await hostile.open({ path });
          statuses.add(answer.status);
          silent +=
            answer.status === 429 && !answer.headers['retry-after'] ? 1 : 0;
          answer.body.resume();
          open.push(answer);
        }
      } finally {
        open.forEach(({ close }) => close());
      }
      await sleep(1_500);
      const after = await hostile.open({ path });
      after.close();
      return {
        answered: `${statuses}; then ${after.status}`,
        successes: [
          ...(statuses.get(429) === 0
            ? [`${statuses.get(200)} logs followed at once`]
            : []),
          ...(silent > 0 ? [`${silent} answers without Retry-After`] : []),
          ...(after.status === 200 ? [] : ['nobody may follow afterwards']),
        ],
      };
    },
  },
  {
    name: `slow the portal down by ${VIEWERS} streams of rollouts that nobody reads`,
    finding: '11',
    expected: `at most ${MOST_MORE_MB} MB more, alive within ${
      MOST_DELAY_MS / 1_000
    } s`,
    only: 'SQLite',
    async run(scene) {
      const { hostile, portal } = scene;
      const statuses = new Statuses();
      const open: OpenAnswer[] = [];
      const { now: before } = await portal.measure();
      const delay = await measureDelay(portal, async () => {
        for (let index = 0; index < VIEWERS; index++) {
          const answer = await hostile.open({
            path: `${entityPath('chat')}/rollouts/stream`,
          });
          statuses.add(answer.status);
          open.push(answer);
        }
      });
      const { now: after } = await portal.measure();
      const grown = (after.heap - before.heap) / MB;
      open.forEach(({ close }) => close());
      return {
        answered: `${statuses}; ${Math.round(
          grown,
        )} MB more at most, not alive for ${Math.round(delay)} ms`,
        successes: [
          ...(grown > MOST_MORE_MB ? [`${Math.round(grown)} MB`] : []),
          ...(delay > MOST_DELAY_MS ? [`${Math.round(delay)} ms`] : []),
        ],
      };
    },
  },
];

/** A component of its own on the fake cluster, with a namespace `chat-<id>`. */
async function openNamespace(scene: Scene, id: string): Promise<void> {
  const namespace = `chat-${id}`;
  fillFakeNamespace(scene.fake, namespace, id);
  await scene.repository.publish(`${id}.yaml`, [
    aComponent(id, { namespace, kubernetesId: id, environments: 'fake' }),
  ]);
}

/** Megabytes that the portal held beyond what it held before, garbage left out, while work was done. */
async function measureGrowth(
  { portal }: Scene,
  work: () => Promise<void>,
): Promise<number> {
  const { now: before } = await portal.measure();
  let most = before.heap;
  let working = true;
  const done = work().finally(() => {
    working = false;
  });
  // It is waited for below; until then its failure is nobody's.
  done.catch(() => {});
  while (working) {
    most = Math.max(most, (await portal.measure()).now.heap);
    await sleep(SAMPLE_EVERY_MS);
  }
  await done;
  return (most - before.heap) / MB;
}

/** Writes a text again and again, as fast as it is taken, until the reader leaves. */
async function flood(
  response: ServerResponse,
  text: string,
  bytes: number,
): Promise<void> {
  const chunk = Buffer.from(text.repeat(Math.ceil(65_536 / text.length)));
  const chunks = function* repeat() {
    for (let sent = 0; sent < bytes; sent += chunk.length) {
      yield chunk;
    }
  };
  await pipeline(Readable.from(chunks()), response).catch(() => {});
}

/** Reads an answer to its end, or to where it is cut. */
async function drain({ body }: OpenAnswer): Promise<void> {
  body.resume();
  await new Promise<void>(resolve => {
    body.once('close', () => resolve());
  });
}
