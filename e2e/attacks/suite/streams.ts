import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from '../Attack';
import { aComponent, type Claim } from '../world/AttackerRepository';
import { fillFakeNamespace } from '../world/fakeNamespace';
import type { OpenAnswer } from '../world/Hostile';
import { entityPath, workloadPath } from './requests';

const ID = 'turncoat';
const OWN: Claim = {
  namespace: `chat-${ID}`,
  kubernetesId: ID,
  environments: 'fake,production',
};

/** Rights are checked once a minute; a busy machine may take longer. */
const LONGEST_MS = 90_000;

/** What a component becomes while its streams are open. */
const CHANGES: Record<string, Claim> = {
  owner: {
    owner: 'group:default/team-orders',
    namespace: 'orders',
    kubernetesId: 'orders',
  },
  'owner-only': { owner: 'group:default/team-orders' },
  namespace: { namespace: 'chat-x' },
  label: { kubernetesId: 'other' },
  environment: { environments: 'production' },
  repository: { slug: 'example-org/orders' },
};

export const streams: Attack[] = [
  {
    name: 'keep the streams of a component open that has become something else',
    finding: '1',
    expected: 'every stream ends within its check of rights',
    beside: true,
    only: 'SQLite',
    withinMs: LONGEST_MS + 60_000,
    async run({ hostile, repository, fake }) {
      fillFakeNamespace(fake, `chat-${ID}`, ID);
      // A program that never ends, and writes now and then.
      fake.setLog(`${ID}-2-aaaaa`, async response => {
        while (!response.destroyed) {
          response.write('still here\n');
          await sleep(1_000);
        }
      });
      const entries = Object.entries(CHANGES);
      const name = (what: string) => `turncoat-${what}`;
      await repository.publish(
        'turncoats.yaml',
        entries.map(([what]) => aComponent(name(what), OWN)),
      );
      const open = await Promise.all(
        entries.flatMap(([what]) => [
          openStream(
            `log, ${what}`,
            hostile.open({
              path: `${workloadPath(
                name(what),
                'fake',
                ID,
              )}/logs?follow=true&tailLines=1`,
            }),
          ),
          openStream(
            `rollouts, ${what}`,
            hostile.open({ path: `${entityPath(name(what))}/rollouts/stream` }),
          ),
        ]),
      );
      await repository.publish(
        'turncoats.yaml',
        entries.map(([what, claim]) =>
          aComponent(name(what), { ...OWN, ...claim }),
        ),
      );
      const since = Date.now();
      const ended = Promise.all(open.map(stream => stream.ended));
      await Promise.race([ended, sleep(LONGEST_MS)]);
      const left = open.filter(({ isOpen }) => isOpen());
      open.forEach(({ close }) => close());
      return {
        answered: `${open.length - left.length} of ${
          open.length
        } streams had ended after ${Math.round(
          (Date.now() - since) / 1_000,
        )} s`,
        successes: left.map(({ what }) => `still open: ${what}`),
      };
    },
  },
];

async function openStream(what: string, opening: Promise<OpenAnswer>) {
  const { status, body, close } = await opening;
  if (status !== 200) {
    throw new Error(`The stream (${what}) was answered ${status}.`);
  }
  let open = true;
  const ended = new Promise<void>(resolve => {
    body.resume();
    body.once('close', () => {
      open = false;
      resolve();
    });
  });
  return { what, ended, close, isOpen: () => open };
}
