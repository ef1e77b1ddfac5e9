import type { Attack } from '../Attack';
import type { Scene } from '../Scene';
import { aDeployment } from '../world/AttackedCluster';
import { aComponent, type Component } from '../world/AttackerRepository';
import { eventually } from '../../smoke/eventually';
import {
  messageOf,
  readRecords,
  readRevision,
  Statuses,
  workloadPath,
} from './requests';

const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const DISPATCHES = /\/repos\/(.+)\/actions\/workflows\/(.+)\/dispatches$/;

/** Ways to name somebody else's repository or workflow. */
function disguises({ sandbox, repository }: Scene): Component[] {
  const orders = `url:${sandbox.github.url}/example-org/orders/tree/main/`;
  const file = `${orders.replace('/tree/', '/blob/')}catalog-info.yaml`;
  const slug = 'example-org/orders';
  const chat = (annotations: Record<string, string>) => ({ slug, annotations });
  const own = (workflow: string) => ({
    slug: repository.slug,
    annotations: { 'eks-deploy/deploy-workflow': workflow },
  });
  return [
    { slug },
    { slug: 'Example-Org/Orders' },
    { slug: 'example-org/orders.git' },
    { slug: 'example-org/chat/../orders' },
    { slug: 'example-org/chat' },
    { slug: `${sandbox.github.host}/example-org/orders` },
    chat({ 'backstage.io/source-location': orders }),
    chat({ 'backstage.io/managed-by-location': file }),
    chat({ 'backstage.io/managed-by-origin-location': file }),
    chat({ 'backstage.io/view-url': orders, 'backstage.io/edit-url': orders }),
    own('../../../../example-org/orders/actions/workflows/deploy.yml'),
    own('..%2f..%2f..%2forders/actions/workflows/deploy.yml'),
    own('deploy.yml/../../../../../example-org/orders/actions/workflows/1'),
    own('release-secrets.yml'),
  ].map((claim, index) => aComponent(`disguise-${index}`, claim));
}

export const repositories: Attack[] = [
  {
    name: "redeploy another team's production by naming its repository in one's own component",
    finding: '2',
    expected: '403, 400 or 404, and no dispatch',
    async run(scene) {
      const { hostile, repository } = scene;
      const components = disguises(scene);
      await repository.publish('disguises.yaml', components);
      const revision = await readRevision(
        hostile,
        'chat',
        'production',
        'chat-backend',
      );
      const statuses = new Statuses();
      const all = await watchDispatches(scene, async () => {
        for (const { metadata } of components) {
          const { status } = await hostile.send({
            method: 'POST',
            path: `${workloadPath(
              metadata.name,
              'production',
              'chat-backend',
            )}/redeploy`,
            body: { fromRevision: revision, reason: 'attack' },
          });
          statuses.add(status);
        }
      });
      // Whatever the attacker's own repository runs, it may run.
      const dispatched = all.filter(
        path => !path.startsWith(`${repository.slug} `),
      );
      return {
        answered: `${statuses}; dispatches: ${dispatched.join(', ') || 'none'}`,
        successes: dispatched.map(path => `dispatch of ${path}`),
      };
    },
  },
  {
    name: "bring an old image into another team's production by an own Deployment that runs it",
    finding: '2',
    expected: '403 or 400, and no dispatch',
    async run(scene) {
      const { hostile, repository, clusters } = scene;
      const pin = aDeployment({
        ...{ name: 'pin', namespace: 'chat', kubernetesId: 'chat' },
        ...{ image: `${REGISTRY}/orders-backend:2.0.0`, replicas: 0 },
      });
      await repository.publish('pin.yaml', [
        aComponent('pinner', { slug: 'example-org/orders' }),
      ]);
      await clusters.production.apply(pin);
      try {
        const revision = await untilRevision(scene, 'pinner', 'pin');
        let answer = { status: 0, text: '' };
        const dispatched = await watchDispatches(scene, async () => {
          answer = await hostile.send({
            method: 'POST',
            path: `${workloadPath('pinner', 'production', 'pin')}/redeploy`,
            body: { fromRevision: revision, reason: 'downgrade' },
          });
        });
        return {
          answered: `${answer.status} ${messageOf(answer)}`,
          successes: dispatched.map(path => `dispatch of ${path}`),
        };
      } finally {
        await clusters.production.remove(pin);
      }
    },
  },
  {
    name: 'pass shell to the deploy workflow by the live image',
    finding: '9',
    expected: '400, and no dispatch',
    async run(scene) {
      const { hostile, clusters } = scene;
      const images = [
        'x$(touch pwned);`id`\n::error::y ${{ secrets.T }}',
        `${REGISTRY}/chat-backend:1.0.0;id`,
        `${REGISTRY}/chat-backend:1.0.0 --privileged`,
        `${REGISTRY}/chat-backend:1.0.0\nGITHUB_OUTPUT<<EOF`,
        '--help',
        '${{ github.token }}',
      ];
      const statuses = new Statuses();
      const dispatched = await watchDispatches(scene, async () => {
        for (const [index, image] of images.entries()) {
          const name = `shell-${index}`;
          const deployment = aDeployment({
            ...{ name, namespace: 'chat', kubernetesId: 'chat', image },
            replicas: 0,
          });
          await clusters.production.apply(deployment);
          try {
            const { status } = await hostile.send({
              method: 'POST',
              path: `${workloadPath('chat', 'production', name)}/redeploy`,
              body: { fromRevision: await untilRevision(scene, 'chat', name) },
            });
            statuses.add(status);
          } finally {
            await clusters.production.remove(deployment);
          }
        }
      });
      return {
        answered: `${statuses}; dispatches: ${dispatched.length}`,
        successes: [
          ...dispatched.map(path => `dispatch of ${path}`),
          ...(statuses.get(202) > 0 ? [`${statuses.get(202)} accepted`] : []),
        ],
      };
    },
  },
  {
    name: "list another team's images in ECR by an own Deployment that names one",
    finding: '14f',
    expected: "none of the other team's images",
    async run(scene) {
      const { hostile, clusters } = scene;
      const spy = aDeployment({
        ...{ name: 'spy', namespace: 'chat', kubernetesId: 'chat' },
        ...{ image: `${REGISTRY}/orders-backend:2.0.0`, replicas: 0 },
      });
      await clusters.production.apply(spy);
      try {
        await untilRevision(scene, 'chat', 'spy');
        const answer = await hostile.send({
          path: `${workloadPath('chat', 'production', 'spy')}/images`,
        });
        const found = answer.text.match(/orders-backend:[\w.-]+/g) ?? [];
        return {
          answered: `${answer.status} ${
            answer.status === 200 ? `${found.length} images` : messageOf(answer)
          }`,
          successes: answer.status === 200 ? [...new Set(found)] : [],
        };
      } finally {
        await clusters.production.remove(spy);
      }
    },
  },
  {
    name: 'leave no trace of a redeploy in the audit log',
    finding: '2',
    expected:
      'the audit event names repository, workflow, cluster, namespace, workload and record',
    async run(scene) {
      const { hostile, portal } = scene;
      const revision = await readRevision(
        hostile,
        'chat',
        'production',
        'chat-frontend',
      );
      // The owner's own redeploy, from the repository that the catalog reads the component from.
      const answer = await hostile.send({
        method: 'POST',
        path: `${workloadPath('chat', 'production', 'chat-frontend')}/redeploy`,
        body: { fromRevision: revision, reason: 'audited' },
      });
      if (answer.status !== 202) {
        throw new Error(
          `An owner's redeploy was answered ${answer.status}: ${messageOf(
            answer,
          )}`,
        );
      }
      const { id } = JSON.parse(answer.text) as { id: string };
      const wanted = {
        repository: 'example-org/chat',
        workflow: 'deploy.yml',
        cluster: 'production',
        namespace: '"chat"',
        workload: 'chat-frontend',
        record: id,
      };
      const lines = (await portal.readLog())
        .split('\n')
        .filter(
          line => line.includes('isAuditEvent') && line.includes('redeploy'),
        );
      // What a line says of the request's path is not what it says of the target.
      const said = lines.map(withoutRequest).join('\n');
      const missing = Object.entries(wanted).filter(
        ([, value]) => !said.includes(value),
      );
      await untilDone(scene, id);
      return {
        answered: `${lines.length} audit lines name ${
          Object.keys(wanted).length - missing.length
        } of ${Object.keys(wanted).length}`,
        successes: missing.map(([what]) => `not named: ${what}`),
      };
    },
  },
];

function withoutRequest(line: string): string {
  try {
    const { request, message, ...rest } = JSON.parse(line) as Record<
      string,
      unknown
    >;
    return JSON.stringify(rest);
  } catch {
    return line;
  }
}

/** Repository and workflow of every dispatch that leaves the portal meanwhile; none of them arrives. */
async function watchDispatches(
  { github }: Scene,
  work: () => Promise<void>,
): Promise<string[]> {
  const begin = github.writes.length;
  const stopped = github.proxy.impose({
    matches: ({ verb, url }) =>
      verb === 'POST' && DISPATCHES.test(decodeURIComponent(url.pathname)),
    act: exchange => exchange.refuse(403, 'Forbidden'),
  });
  try {
    await work();
  } finally {
    stopped.end();
  }
  return github.writes.slice(begin).flatMap(({ url }) => {
    const [, repository, workflow] = DISPATCHES.exec(url.pathname) ?? [];
    return repository ? [`${repository} ${workflow}`] : [];
  });
}

/** The Revision of a Deployment that was applied a moment ago. */
async function untilRevision(
  { hostile }: Scene,
  component: string,
  workload: string,
): Promise<number> {
  return eventually(`the Revision of ${workload}`, () =>
    readRevision(hostile, component, 'production', workload),
  );
}

async function untilDone({ hostile }: Scene, id: string): Promise<void> {
  await eventually('the end of the redeploy', async () => {
    const records = await readRecords(hostile, 'chat');
    return records.find(record => record.id === id)?.endedAt;
  });
}
