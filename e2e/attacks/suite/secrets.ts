import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from '../Attack';
import { aComponent } from '../world/AttackerRepository';
import { FAKE_TOKEN } from '../world/startWorld';
import { Canaries, sowNamespace } from './canaries';
import { entityPath, messageOf, readRevision, workloadPath } from './requests';

const NAMESPACE = 'chat-canary';
const STREAM_MS = 1_500;

/** What is shown on purpose: a name says where something changed, and is not a secret. */
const SHOWN = [1, 2].flatMap(revision => [
  `environment name ${revision}`,
  `mount ${revision}`,
]);

export const secrets: Attack[] = [
  {
    name: "read secrets of another team's Workload, by all that everybody may read",
    finding: '8',
    expected: 'none of the canaries but names',
    only: 'SQLite',
    async run({ hostile, repository, fake, portal, sandbox }) {
      const canaries = new Canaries();
      sowNamespace(fake, NAMESPACE, canaries);
      await repository.publish('canary.yaml', [
        aComponent('canary', {
          ...{ namespace: NAMESPACE, kubernetesId: 'canary' },
          environments: 'fake',
        }),
      ]);
      const path = workloadPath('canary', 'fake', 'canary');
      const seen = new Map<string, Set<string>>();
      const look = (where: string, text: string) =>
        canaries.findIn(text).forEach(name => {
          seen.set(name, (seen.get(name) ?? new Set()).add(where));
        });
      try {
        hostile.count(canaries.values.size);
        const stream = await hostile.open({
          path: `${entityPath('canary')}/rollouts/stream`,
        });
        stream.body.on('data', chunk => look('stream', `${chunk}`));
        await sleep(STREAM_MS);
        stream.close();
        for (const tail of ['rollouts', 'records']) {
          const { text } = await hostile.send({
            path: `${entityPath('canary')}/${tail}`,
          });
          look(tail, text);
        }
        for (const tail of [
          ...['revisions', 'revisions/1/diff', 'pods', 'events', 'images'],
        ]) {
          look(tail, (await hostile.send({ path: `${path}/${tail}` })).text);
        }
        const { text: fleet } = await hostile.send({
          path: '/api/eks-deploy/fleet?limit=100',
        });
        look('fleet', fleet);

        const fromRevision = await readRevision(
          ...([hostile, 'canary', 'fake', 'canary'] as const),
        );
        for (const [code, message] of [
          [
            403,
            `admission webhook "x" denied: password=${canaries.sow(
              'webhook password=',
            )}`,
          ],
          [500, `etcd token: ${canaries.sow('API server token:')}`],
          [422, `Invalid value: "${canaries.sow('API server invalid value')}"`],
        ] as const) {
          fake.refuseWrites({
            code,
            body: { kind: 'Status', status: 'Failure', message, code },
          });
          const answer = await hostile.send({
            method: 'POST',
            path: `${path}/restart`,
            body: { fromRevision, reason: 'canary' },
          });
          look('the answer to a command', messageOf(answer));
        }
        const records = await hostile.send({
          path: `${entityPath('canary')}/records`,
        });
        look('records', records.text);

        const log = await portal.readLog();
        const tokens = {
          "a cluster's token": FAKE_TOKEN,
          "GitHub's token": sandbox.github.token,
          "a user's token": hostile.bearer.slice(7, 80),
        };
        const logged = Object.entries(tokens)
          .filter(([, token]) => log.includes(token))
          .map(([what]) => `${what} is in the portal's log`);
        const leaks = [...seen]
          .filter(([name]) => !SHOWN.includes(name))
          .map(([name, where]) => `${name} (${[...where].join(', ')})`);
        return {
          answered: `${seen.size} of ${canaries.values.size} canaries seen`,
          successes: [...leaks, ...logged],
        };
      } finally {
        fake.refuseWrites(undefined);
        fake.clear(NAMESPACE);
      }
    },
  },
];
