import type { FakeObject } from './FakeCluster';

/** A value that stands for a secret; it can be found in any answer. */
export function canary(name: string): string {
  return `CANARY${name.replace(/-/g, '')}x9Q`;
}

const namespace = 'chat';
const labels = {
  'backstage.io/kubernetes-id': 'chat',
  'app.kubernetes.io/component': 'canary',
};
const ANNOTATION = 'kubectl.kubernetes.io/last-applied-configuration';

/** A pod template with a secret in every field that may hold one; those of each Revision differ. */
function aTemplate(revision: number) {
  const of = (name: string) => canary(`${name}${revision}`);
  return {
    metadata: {
      labels,
      annotations: {
        'vault.example.com/token': of('template-annotation'),
        [ANNOTATION]: `{"x":"${canary('template-last-applied')}"}`,
      },
    },
    spec: {
      containers: [
        {
          name: 'app',
          image: `registry.example.com/app:${revision}`,
          env: [
            { name: 'DB_PASSWORD', value: of('env-value') },
            { name: `${canary('env-name')}${revision}`, value: '1' },
          ],
          args: [`--password=${of('argument')}`],
          command: ['sh', '-c', `export T=${of('command')}`],
          livenessProbe: {
            httpGet: {
              path: `/x?token=${of('probe-path')}`,
              port: 80,
              httpHeaders: [
                {
                  name: 'Authorization',
                  value: `Bearer ${of('probe-header')}`,
                },
              ],
            },
          },
          lifecycle: { preStop: { exec: { command: ['curl', of('hook')] } } },
          volumeMounts: [{ name: 'v', mountPath: `/etc/${of('mount')}` }],
          securityContext: {
            windowsOptions: { gmsaCredentialSpec: of('container-gmsa') },
          },
        },
      ],
      volumes: [
        { name: 'v', csi: { driver: 'd', volumeAttributes: { k: of('csi') } } },
      ],
      securityContext: { windowsOptions: { gmsaCredentialSpec: of('gmsa') } },
      hostAliases: [{ ip: '192.0.2.1', hostnames: [of('host-alias')] }],
    },
  };
}

function aDeployment(): FakeObject {
  const cause = [
    'kubectl set env deploy/canary',
    `DB_PASSWORD=${canary('cause-equals')} --token ${canary('cause-space')}`,
    `https://user:${canary('cause-url')}@example.com/x`,
    `https://${canary('cause-user')}@example.com/y -p ${canary('cause-p')}`,
    `pwd=${canary('cause-pwd')} AWS_ACCESS_KEY=${canary('cause-access-key')}`,
    `credential=${canary('cause-credential')} ${'glpat'}-${canary(
      'cause-gitlab',
    )}`,
    `${'xoxb'}-1-${canary('cause-slack')}`,
  ].join(' ');
  const denied = `pods "x" is forbidden: spec.env[0].value: Invalid value: "${canary(
    'condition-invalid',
  )}": denied by webhook: {"apiKey":"${canary(
    'condition-json',
  )}","client_secret":"${canary('condition-client-secret')}","pw":"${canary(
    'condition-pw',
  )}"}`;
  const object = {
    metadata: {
      name: 'canary',
      namespace,
      labels,
      uid: 'canary-deployment',
      generation: 2,
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: {
        'deployment.kubernetes.io/revision': '2',
        'kubernetes.io/change-cause': cause,
        'example.com/secret': canary('annotation'),
        [ANNOTATION]: `{"p":"${canary('last-applied')}"}`,
      },
      managedFields: [{ manager: canary('managed') }],
    },
    spec: { replicas: 2, selector: {}, template: aTemplate(2) },
    status: {
      observedGeneration: 2,
      replicas: 2,
      updatedReplicas: 1,
      conditions: [
        {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
          message: `ReplicaSet has timed out; password is ${canary(
            'condition-is',
          )} password: ${canary('condition-colon')}`,
        },
        {
          type: 'ReplicaFailure',
          status: 'True',
          reason: 'FailedCreate',
          message: denied,
        },
      ],
    },
  };
  return object;
}

function aReplicaSet(revision: number, replicas: number): FakeObject {
  const object = {
    metadata: {
      name: `canary-${revision}`,
      namespace,
      uid: `canary-replicaset-${revision}`,
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels: { ...labels, 'pod-template-hash': String(revision) },
      annotations: {
        'deployment.kubernetes.io/revision': String(revision),
        'kubernetes.io/change-cause': `secret=${canary(`cause${revision}`)}`,
        'example.com/x': canary('replicaset-annotation'),
      },
      ownerReferences: [
        {
          kind: 'Deployment',
          name: 'canary',
          uid: 'canary-deployment',
          controller: true,
        },
      ],
    },
    spec: { replicas, template: aTemplate(revision) },
    status: { replicas, availableReplicas: 0 },
  };
  return object;
}

function aPod(name: string, container: object, status: object = {}) {
  const object = {
    metadata: {
      name: `canary-2-${name}`,
      namespace,
      labels,
      uid: `canary-pod-${name}`,
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: { a: canary('pod-annotation') },
      ownerReferences: [
        {
          kind: 'ReplicaSet',
          name: 'canary-2',
          uid: 'canary-replicaset-2',
          controller: true,
        },
      ],
    },
    spec: { nodeName: 'n1', containers: aTemplate(2).spec.containers },
    status: {
      phase: 'Pending',
      conditions: [
        {
          type: 'Ready',
          status: 'False',
          reason: 'ContainersNotReady',
          message: `containers with unready status: [app] Bearer ${canary(
            'ready-bearer',
          )}abcdef`,
        },
        {
          type: 'ContainersReady',
          status: 'False',
          message: canary('pod-condition'),
        },
      ],
      containerStatuses: [
        {
          name: 'app',
          image: 'registry.example.com/app:2',
          imageID: '',
          ready: false,
          restartCount: 1,
          ...container,
        },
      ],
      ...status,
    },
  };
  return object;
}

const waits = (reason: string, message: string) => ({
  state: { waiting: { reason, message } },
});

const pods = [
  aPod(
    'pull',
    waits(
      'ImagePullBackOff',
      `Back-off pulling image "r/app:2": ErrImagePull: failed to pull and unpack image "https://bob:${canary(
        'pull-password',
      )}@registry/app:2": failed to fetch oauth token: unexpected status 401: {"token":"${canary(
        'pull-token',
      )}"} https://${canary('pull-user')}@registry/v2?sig=${canary(
        'pull-sig',
      )} X-Amz-Signature=${canary('pull-signature')} X-Amz-Credential=${canary(
        'pull-credential',
      )}`,
    ),
  ),
  aPod('crash', {
    ...waits('CrashLoopBackOff', `back-off 5m0s ${canary('crash-waiting')}`),
    lastState: {
      terminated: {
        exitCode: 1,
        reason: 'Error',
        message: canary('termination'),
        finishedAt: '2026-01-01T00:00:00Z',
      },
    },
  }),
  aPod(
    'config',
    waits(
      'CreateContainerConfigError',
      `couldn't find key db-password in Secret chat/${canary(
        'secret-name',
      )} secret: ${canary('config-colon')}`,
    ),
  ),
  aPod('killed', {
    state: {
      terminated: {
        exitCode: 137,
        reason: 'OOMKilled',
        message: canary('termination-killed'),
      },
    },
  }),
  aPod(
    'run',
    waits(
      'RunContainerError',
      `failed to create containerd task: OCI runtime create failed: exec: "export T=${canary(
        'run-command',
      )}": stat export T=${canary(
        'run-command',
      )}: no such file or directory: unknown`,
    ),
  ),
  aPod(
    'hook',
    waits(
      'PostStartHookError',
      `Exec lifecycle hook ([/bin/sh -c boot]) for Container "app" in Pod "x" failed - error: command exited with 1: no login with ${canary(
        'hook-waiting',
      )}, message: "no login with ${canary('hook-waiting')}\\n"`,
    ),
  ),
  aPod(
    'evicted',
    { state: { running: {} } },
    {
      phase: 'Failed',
      reason: 'Evicted',
      message: `evicted because token=${canary('evicted')}`,
    },
  ),
];

const events: Array<[about: string, reason: string, message: string]> = [
  ['pod', 'Unhealthy', `Readiness probe failed: ${canary('probe-output')}`],
  [
    'pod',
    'Unhealthy',
    `Liveness probe failed: HTTP probe failed with statuscode: 500 body ${canary(
      'probe-body',
    )}`,
  ],
  [
    'pod',
    'Unhealthy',
    `Readiness probe errored: rpc error: ${canary('probe-errored')} timeout: x`,
  ],
  [
    'pod',
    'ProbeWarning',
    `Liveness probe warning: Probe terminated redirects, Response body: ${canary(
      'probe-warning',
    )}`,
  ],
  ['pod', 'FailedPostStartHook', `PostStartHook failed: ${canary('hook-out')}`],
  ...[
    `dial tcp db:5432 with key ${canary('probe-dial')}: refused`,
    `container ${canary('probe-container')} said no`,
    `service unhealthy ${canary('probe-service')}`,
    `Get "x": ${canary('probe-get')}`,
  ].map((said): [string, string, string] => [
    'pod',
    'Unhealthy',
    `Readiness probe failed: ${said}`,
  ]),
  [
    'pod',
    'FailedMount',
    `MountVolume.SetUp failed for volume "v" : rpc error: secret: ${canary(
      'mount-secret',
    )}`,
  ],
  [
    'pod',
    'Failed',
    `Error: failed to start container "app": env ${canary(
      'plain-value',
    )} DB_PASSWORD=${canary('event-password')}`,
  ],
  [
    'deployment',
    'Custom',
    `connection string postgres://u:${canary(
      'event-postgres',
    )}@db/x; Server=db;User Id=sa;Pwd=${canary('event-mssql')};`,
  ],
  [
    'deployment',
    'Custom',
    `AccountKey=${canary(
      'event-azure',
    )}; jwt ${'eyJ'}hbGciOiJIUzI1NiJ9.eyJ${canary(
      'event-jwt',
    )}.abc ; ${'-----BEGIN'} RSA PRIVATE KEY----- ${canary(
      'event-pem',
    )} ${'-----END'}`,
  ],
  [
    'pod',
    'Unhealthy',
    `Liveness probe failed: Get "http://192.0.2.1:80/x?key=${canary(
      'probe-query',
    )}": dial tcp`,
  ],
  [
    'pod',
    'Unhealthy',
    `Liveness probe failed: command timed out: "sh -c ${canary(
      'probe-command',
    )}" timed out after 1s`,
  ],
  [
    'pod',
    'Unhealthy',
    `Readiness probe failed: mysqladmin: foo: HTTP probe failed ${canary(
      'probe-spoof',
    )}`,
  ],
];

/** Objects of namespace `chat` with some eighty secrets, by collection. */
export const canaryObjects: Record<string, FakeObject[]> = {
  '/apis/apps/v1/namespaces/chat/deployments': [aDeployment()],
  '/apis/apps/v1/namespaces/chat/replicasets': [
    aReplicaSet(1, 0),
    aReplicaSet(2, 2),
  ],
  '/api/v1/namespaces/chat/pods': pods,
  '/api/v1/namespaces/chat/events': events.map(
    ([about, reason, message], index) => ({
      metadata: { name: `canary.${index}`, uid: `canary-event-${index}` },
      involvedObject:
        about === 'pod'
          ? { kind: 'Pod', name: pods[0].metadata.name, uid: 'canary-pod-pull' }
          : { kind: 'Deployment', name: 'canary', uid: 'canary-deployment' },
      ...{ type: 'Warning', reason, message, count: 3 },
      firstTimestamp: '2026-01-01T00:00:00Z',
      lastTimestamp: '2026-01-01T00:10:00Z',
    }),
  ),
};

/** What is shown on purpose: names are no secrets, and a value that nothing names can't be recognised. */
export const SHOWN_ON_PURPOSE = [
  'env-name',
  'mount1',
  'mount2',
  'secret-name',
  'plain-value',
].map(canary);
