import type { FakeCluster } from '../world/FakeCluster';
import {
  aFakeDeployment,
  aFakeReplicaSet,
  collectionsOf,
  fillFakeNamespace,
} from '../world/fakeNamespace';
import { eventsOf, podsOf } from './canaryObjects';

const ID = 'canary';

/** Secrets that somebody's objects hold, each of a value that is found again wherever it gets. */
export class Canaries {
  readonly values = new Map<string, string>();

  /** A secret of its own form; `where` names it. */
  sow(where: string): string {
    const value = `CANARY${where.replace(/[^A-Za-z0-9]/g, '')}x9Q`;
    this.values.set(where, value);
    return value;
  }

  /** Which of them a text holds. */
  findIn(text: string): string[] {
    return [...this.values]
      .filter(([, value]) => text.includes(value))
      .map(([where]) => where);
  }
}

/** Fills a namespace with a canary in every place and form that a cluster's objects hold secrets in. */
export function sowNamespace(
  fake: FakeCluster,
  namespace: string,
  canaries: Canaries,
): void {
  const sow = (where: string) => canaries.sow(where);
  const collections = collectionsOf(namespace);
  fillFakeNamespace(fake, namespace, ID);

  const templateOf = (revision: number) => {
    const own = (where: string) => sow(`${where} ${revision}`);
    return {
      metadata: {
        labels: { 'backstage.io/kubernetes-id': ID, app: ID },
        annotations: {
          'vault.example.com/token': own('template annotation'),
          'kubectl.kubernetes.io/last-applied-configuration': `{"x":"${own(
            'template last applied',
          )}"}`,
        },
      },
      spec: {
        containers: [
          {
            name: 'app',
            image: `registry.example.com/app:${revision}`,
            env: [
              { name: 'DB_PASSWORD', value: own('environment value') },
              { name: own('environment name'), value: '1' },
            ],
            args: [`--password=${own('argument')}`],
            command: ['sh', '-c', `export T=${own('command')}`],
            livenessProbe: {
              httpGet: {
                path: `/x?token=${own('probe path')}`,
                port: 80,
                httpHeaders: [
                  { name: 'Authorization', value: `Bearer ${own('header')}` },
                ],
              },
            },
            lifecycle: { preStop: { exec: { command: ['x', own('hook')] } } },
            envFrom: [{ secretRef: { name: `secret-${revision}` } }],
            volumeMounts: [{ name: 'v', mountPath: `/etc/${own('mount')}` }],
          },
        ],
        volumes: [
          {
            name: 'v',
            csi: { driver: 'd', volumeAttributes: { k: own('volume') } },
          },
        ],
        imagePullSecrets: [{ name: `pull-${revision}` }],
        nodeSelector: { node: `n${revision}` },
        securityContext: {
          windowsOptions: { gmsaCredentialSpec: own('gMSA credential spec') },
        },
        hostAliases: [{ ip: '192.0.2.1', hostnames: [own('host alias')] }],
      },
    };
  };

  const cause = [
    `kubectl set env deploy/canary DB_PASSWORD=${sow('cause =')}`,
    `--token ${sow('cause --token')}`,
    `https://user:${sow('cause user:password@')}@registry.example.com/x`,
    `https://${sow('cause token@')}@registry.example.com/y`,
    `-p ${sow('cause -p')} pwd=${sow('cause pwd')}`,
    `AWS_ACCESS_KEY=${sow('cause access key')}`,
    `credential=${sow('cause credential')}`,
    `glpat-${sow('cause glpat')} xoxb-1-${sow('cause xoxb')}`,
  ].join(' ');
  const deployment = aFakeDeployment(ID, {
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': `{"p":"${sow(
        'last applied',
      )}"}`,
      'kubernetes.io/change-cause': cause,
      'example.com/secret': sow('annotation'),
    },
    template: templateOf(2),
    status: {
      conditions: [
        {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
          message: `timed out; password is ${sow(
            'condition is',
          )} password: ${sow('condition :')}`,
        },
        {
          type: 'ReplicaFailure',
          status: 'True',
          reason: 'FailedCreate',
          message: `pods "x" is forbidden: spec.env[0].value: Invalid value: "${sow(
            'condition invalid value',
          )}": denied: {"apiKey":"${sow(
            'condition apiKey',
          )}","client_secret":"${sow('condition client_secret')}","pw":"${sow(
            'condition pw',
          )}"}`,
        },
      ],
    },
  });
  deployment.metadata.managedFields = [{ manager: sow('managed field') }];
  fake.put(collections.deployments, deployment);
  for (const revision of [1, 2]) {
    fake.put(
      collections.replicaSets,
      aFakeReplicaSet(ID, revision, {
        annotations: {
          'kubernetes.io/change-cause': `secret=${sow(
            `ReplicaSet cause ${revision}`,
          )}`,
          'example.com/x': sow(`ReplicaSet annotation ${revision}`),
        },
        template: templateOf(revision),
      }),
    );
  }
  podsOf(ID, sow).forEach(pod => fake.put(collections.pods, pod));
  eventsOf(ID, sow).forEach(event => fake.put(collections.events, event));
  fake.put(collections.ingresses, {
    metadata: {
      name: 'ingress',
      uid: 'ingress',
      labels: { 'backstage.io/kubernetes-id': ID },
      annotations: { x: sow('Ingress annotation') },
    },
    spec: {
      rules: [{ host: 'a.example.com' }],
    },
  });
}
