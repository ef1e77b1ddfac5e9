import {
  aCondition,
  aContainer,
  aDeployment,
  anEvent,
  aPod,
  aReplicaSet,
} from '../../__testUtils__/builders';
import type {
  ConditionRow,
  ContainerRow,
  DeploymentRow,
  EventRow,
  PodRow,
} from '../rows';
import { getRolloutStatus, type Signs } from './getRolloutStatus';

const NOW = new Date('2026-01-02T00:10:00Z');
const running = aCondition('Progressing', 'True', {
  reason: 'ReplicaSetUpdated',
});
const deadline = aCondition('Progressing', 'False', {
  reason: 'ProgressDeadlineExceeded',
  message: 'ReplicaSet "chat-backend-2" has timed out progressing.',
});
const creating = { updated: 1, total: 3, available: 2, conditions: [running] };
const late = { ...creating, conditions: [deadline] };

function waiting(reason: string, message?: string): Partial<PodRow> {
  const state = { ready: false, running: false, waiting: { reason, message } };
  return { containers: [aContainer(state)] };
}

function unready(differs: Partial<ContainerRow> = {}): Partial<PodRow> {
  return {
    conditions: [aCondition('ContainersReady', 'False')],
    containers: [aContainer({ ready: false, ...differs })],
  };
}

/** A pod whose containers are ready, behind a load balancer's gate. */
function gated(
  containersReadyAt: string,
  gate: Partial<ConditionRow>,
): Partial<PodRow> {
  const type = 'target-health.elbv2.k8s.aws/chat';
  return {
    gates: [type],
    containersReadyAt,
    conditions: [
      aCondition('Ready', 'False', { reason: 'ReadinessGatesNotReady' }),
      { ...aCondition(type, 'False', { since: undefined }), ...gate },
    ],
  };
}

function getStatus(
  deployment: Partial<DeploymentRow>,
  pod: Partial<PodRow>,
  signs: Signs = {},
) {
  return getRolloutStatus(
    aDeployment(deployment),
    [aReplicaSet()],
    [aPod(pod)],
    { now: NOW, ...signs },
  );
}

describe('the cause of a Rollout that moves', () => {
  it.each<[string, Partial<PodRow>, Array<Partial<EventRow>>, object]>([
    [
      'an image, with the end that says why, whichever words the kubelet is at',
      waiting(
        'ImagePullBackOff',
        'Back-off pulling image "chat:9": ErrImagePull: rpc error: code = NotFound desc = chat:9: not found',
      ),
      [],
      {
        kind: 'image-pull',
        message: 'rpc error: code = NotFound desc = chat:9: not found',
      },
    ],
    [
      'an image, by the event where the pod itself says less',
      waiting('ImagePullBackOff', 'Back-off pulling image "chat:9"'),
      [
        {
          reason: 'Failed',
          message: 'Failed to pull image "chat:9": not found',
        },
      ],
      {
        kind: 'image-pull',
        message: 'Failed to pull image "chat:9": not found',
      },
    ],
    [
      'an entrypoint that is not there',
      waiting('RunContainerError', 'exec: "/app": no such file or directory'),
      [],
      { kind: 'container-start' },
    ],
    [
      'a probe that has the container killed, not a crash',
      {
        ...unready({
          restarts: 3,
          lastTerminated: { exitCode: 143, reason: 'Error' },
        }),
      },
      [
        {
          message:
            'Liveness probe failed: HTTP probe failed with statuscode: 500',
        },
      ],
      {
        kind: 'liveness-failing',
        message: expect.stringMatching(/^Liveness probe .*exit code/),
        restarts: 3,
      },
    ],
    [
      'too little memory, although a liveness probe failed as well',
      unready({
        restarts: 1,
        lastTerminated: { exitCode: 137, reason: 'OOMKilled' },
      }),
      [{ message: 'Liveness probe failed: HTTP probe failed' }],
      { kind: 'oom-killed', restarts: 1 },
    ],
    [
      'a volume that can not be mounted, again and again',
      waiting('ContainerCreating'),
      [
        {
          reason: 'FailedMount',
          message: 'MountVolume.SetUp failed for volume "config"',
        },
      ],
      { kind: 'mount-failure', since: '2026-01-02T00:00:10Z' },
    ],
    [
      'a network that can not be set up',
      waiting('ContainerCreating'),
      [
        {
          reason: 'FailedCreatePodSandBox',
          message: 'failed to assign an IP address to container',
        },
      ],
      { kind: 'pod-sandbox' },
    ],
    [
      'a readiness probe that keeps failing, long before the deadline',
      unready(),
      [{}],
      {
        kind: 'readiness-failing',
        message:
          'Readiness probe failed: HTTP probe failed with statuscode: 503',
      },
    ],
    [
      'a load balancer that finds the pod ill while its containers are ready',
      {
        gates: ['target-health.elbv2.k8s.aws/chat'],
        conditions: [
          aCondition('ContainersReady', 'True'),
          aCondition('Ready', 'False', { reason: 'ReadinessGatesNotReady' }),
          aCondition('target-health.elbv2.k8s.aws/chat', 'False', {
            reason: 'Target.FailedHealthChecks',
            message: 'Health checks failed with these codes: [404]',
          }),
        ],
      },
      [],
      {
        kind: 'readiness-gate',
        message:
          'target-health.elbv2.k8s.aws/chat: Target.FailedHealthChecks: Health checks failed with these codes: [404]',
      },
    ],
    [
      'a gate that stays closed without a reason',
      gated('2026-01-02T00:09:30Z', {}),
      [],
      { kind: 'readiness-gate' },
    ],
    [
      'a gate that nobody knows of without a reason',
      gated('2026-01-02T00:09:30Z', { status: 'Unknown' }),
      [],
      { kind: 'readiness-gate' },
    ],
    [
      'a load balancer that has not judged for minutes',
      gated('2026-01-02T00:05:00Z', { reason: 'Elb.InitialHealthChecking' }),
      [],
      { kind: 'readiness-gate' },
    ],
    [
      'a node that does not answer',
      { conditions: [aCondition('Ready', 'Unknown')], node: 'node-a' },
      [],
      { kind: 'node-lost', message: 'node node-a is not ready' },
    ],
    [
      'a node that was lost, also once its pods are told to go',
      { reason: 'NodeLost', terminating: true, message: 'Node node-a is gone' },
      [],
      { kind: 'node-lost', message: 'Node node-a is gone' },
    ],
    [
      'a pod that does not go away',
      { terminating: true, terminatesBy: '2026-01-02T00:09:00Z' },
      [],
      { kind: 'stuck-terminating', since: '2026-01-02T00:09:00Z' },
    ],
  ])('is %s', (_, pod, events, cause) => {
    const status = getStatus(creating, pod, { events: events.map(anEvent) });
    expect(status.cause).toEqual(
      expect.objectContaining({ pod: 'chat-backend-2-abcde', ...cause }),
    );
  });

  it.each<[string, string, object]>([
    [
      'quota',
      'pods "chat-1" is forbidden: exceeded quota: small, requested: pods=1',
      { kind: 'quota', policy: 'small' },
    ],
    [
      'pod security',
      'pods "chat-1" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
      { kind: 'admission', policy: 'PodSecurity "restricted:latest"' },
    ],
    [
      'a policy of the API server',
      `pods "chat-1" is forbidden: ValidatingAdmissionPolicy 'qa-limits' with binding 'qa' denied request: images of release 1 have a known hole`,
      { kind: 'admission', policy: 'qa-limits' },
    ],
    [
      'a webhook that denies, whatever its words are about',
      'admission webhook "policy.example.com" denied the request: exceeded quota of labels',
      { kind: 'admission', policy: 'policy.example.com' },
    ],
    [
      'a policy of Gatekeeper',
      'admission webhook "validation.gatekeeper.sh" denied the request: [no-root] runs as root',
      { kind: 'admission', policy: 'no-root' },
    ],
    [
      'a policy of Kyverno',
      'admission webhook "validate.kyverno.svc-fail" denied the request: resource Pod/chat/chat-1 was blocked due to the following policies require-labels: check: validation error',
      { kind: 'admission', policy: 'require-labels' },
    ],
    [
      'a LimitRange',
      'pods "chat-1" is forbidden: maximum memory usage per Container is 64Mi, but limit is 900Mi',
      { kind: 'admission' },
    ],
    ...[
      'no endpoints available for service "webhooks"',
      'context deadline exceeded',
      'dial tcp 10.0.0.9:443: connect: connection refused',
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'service "webhooks" not found',
    ].map((why): [string, string, object] => [
      `a webhook that can not be reached: ${why}`,
      `Internal error occurred: failed calling webhook "mpod.elbv2.k8s.aws": failed to call webhook: Post "https://webhooks.kube-system.svc:443/mutate": ${why}`,
      { kind: 'webhook-unreachable', webhook: 'mpod.elbv2.k8s.aws' },
    ]),
    [
      'a webhook that denies, in the words of one that can not be reached',
      'admission webhook "m.k" denied the request: failed calling webhook "other"',
      { kind: 'admission', policy: 'm.k' },
    ],
    [
      'a policy of the API server, in the words of a webhook that can not be reached',
      `pods "x" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: webhook failed calling webhook "z"`,
      { kind: 'admission', policy: 'p' },
    ],
    [
      'a policy of the API server, in the words of a webhook that denies',
      `pods "x" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: admission webhook "z" denied the request: [q] no`,
      { kind: 'admission', policy: 'p' },
    ],
    [
      'a policy that changes pods',
      `policy 'm' with binding 'b' denied request: exceeded quota: of labels`,
      { kind: 'admission', policy: 'm' },
    ],
    ...[
      'Error creating: ',
      'create Pod chat-0 in StatefulSet chat failed error: ',
      'Failed to create new replica set "chat-7": ',
    ].map((prefix): [string, string, object] => [
      `a webhook that can not be reached, as an event says it: ${prefix}`,
      `${prefix}Internal error occurred: failed calling webhook "mpod.elbv2.k8s.aws": EOF`,
      { kind: 'webhook-unreachable', webhook: 'mpod.elbv2.k8s.aws' },
    ]),
    [
      'a ServiceAccount that is not there',
      'pods "chat-1" is forbidden: error looking up service account chat/chat: serviceaccount "chat" not found',
      { kind: 'service-account' },
    ],
    [
      'a right that the controller lacks',
      'pods is forbidden: User "system:serviceaccount:kube-system:replicaset-controller" cannot create resource "pods"',
      { kind: 'pods-not-created' },
    ],
    [
      'a namespace that goes away',
      'pods "chat-1" is forbidden: unable to create new content in namespace chat because it is being terminated',
      { kind: 'pods-not-created' },
    ],
    [
      'anything else that keeps pods from being made',
      'Internal error occurred: etcd is busy',
      { kind: 'pods-not-created' },
    ],
  ])('is %s', (_, message, cause) => {
    const conditions = [
      running,
      aCondition('ReplicaFailure', 'True', { reason: 'FailedCreate', message }),
    ];
    expect(getStatus({ ...creating, conditions }, {}).cause).toEqual({
      message,
      revision: 2,
      since: '2026-01-02T00:00:00Z',
      ...cause,
    });
  });

  it('is of the newest Revision before that of any other, and names its Revision', () => {
    const failure = aCondition('ReplicaFailure', 'True', {
      reason: 'FailedCreate',
      message: 'admission webhook "policy.example.com" denied the request: no',
    });
    const { cause, otherCauses } = getRolloutStatus(
      aDeployment({ ...creating, conditions: [running, failure] }),
      [
        aReplicaSet(),
        aReplicaSet({
          uid: 'replicaset-1',
          revision: 1,
          template: 'template-1',
          failure,
        }),
      ],
      [aPod(waiting('ErrImagePull', 'not found'))],
      { now: NOW },
    );
    expect(cause).toMatchObject({
      kind: 'image-pull',
      revision: 2,
      pod: 'chat-backend-2-abcde',
      container: 'app',
    });
    expect(otherCauses).toMatchObject([{ kind: 'admission', revision: 1 }]);
  });

  it.each([
    ['at its start', '2026-01-02T00:00:02Z', 'at its start'],
    ['later', '2026-01-02T03:00:00Z', 'after 3 h'],
  ])('says of a first crash when it came: %s', (_, finishedAt, when) => {
    const terminated = {
      exitCode: 1,
      startedAt: '2026-01-02T00:00:00Z',
      finishedAt,
    };
    expect(
      getStatus(creating, unready({ running: false, terminated })).cause,
    ).toMatchObject({
      kind: 'crash-loop',
      message: `exited with code 1 ${when}`,
    });
  });

  it('is told where not even the ReplicaSet could be made', () => {
    const conditions = [
      aCondition('Progressing', 'False', {
        reason: 'ReplicaSetCreateError',
        message: 'exceeded quota: small',
      }),
    ];
    expect(getStatus({ ...creating, conditions }, {}).cause).toMatchObject({
      kind: 'quota',
    });
  });

  it.each<[string, Partial<PodRow>, Array<Partial<EventRow>>]>([
    [
      'a probe that failed for seconds',
      unready(),
      [{ lastSeenAt: '2026-01-02T00:00:20Z' }],
    ],
    [
      'a volume that could not be mounted once',
      waiting('ContainerCreating'),
      [{ reason: 'FailedMount', count: 1 }],
    ],
    [
      'a load balancer that has not judged yet',
      {
        gates: ['target-health.elbv2.k8s.aws/chat'],
        conditions: [
          aCondition('Ready', 'False'),
          aCondition('target-health.elbv2.k8s.aws/chat', 'False', {
            reason: 'Elb.InitialHealthChecking',
          }),
        ],
      },
      [],
    ],
    [
      'a gate that has only just got to be closed without a reason',
      gated('2026-01-02T00:09:31Z', {}),
      [],
    ],
    [
      'a gate that was closed again a moment ago',
      gated('2026-01-02T00:01:00Z', { since: '2026-01-02T00:09:31Z' }),
      [],
    ],
    [
      'a load balancer that has not judged for some minutes yet',
      gated('2026-01-02T00:05:01Z', {
        reason: 'Elb.RegistrationInProgress',
        status: 'Unknown',
      }),
      [],
    ],
    [
      'a pod within its grace',
      { terminating: true, terminatesBy: '2026-01-02T00:09:45Z' },
      [],
    ],
    [
      'a pod that was put out and has been replaced',
      { phase: 'Failed', reason: 'Evicted', message: 'low on memory' },
      [],
    ],
    [
      'an eviction that a disruption budget refused',
      {},
      [
        {
          reason: 'FailedEviction',
          message:
            "Cannot evict pod as it would violate the pod's disruption budget.",
        },
      ],
    ],
    [
      "another pod's event",
      waiting('ContainerCreating'),
      [
        {
          reason: 'FailedMount',
          about: { kind: 'Pod', name: 'other', uid: 'pod-9' },
        },
      ],
    ],
  ])('is not %s', (_, pod, events) => {
    expect(
      getStatus(creating, pod, { events: events.map(anEvent) }).cause,
    ).toBeUndefined();
  });
});

describe('the cause of a Rollout past its deadline', () => {
  it.each<[string, Partial<PodRow>, string, string?]>([
    [
      'an init container that goes on',
      {
        conditions: [aCondition('Initialized', 'False')],
        containers: [aContainer({ name: 'wait', init: true, ready: false })],
      },
      'init-failure',
    ],
    [
      'the init container that goes on, not a sidecar that runs well beside it',
      {
        conditions: [aCondition('Initialized', 'False')],
        containers: [
          aContainer({ name: 'istio-proxy', sidecar: true }),
          aContainer({ name: 'migrate', init: true, ready: false }),
          ...(waiting('PodInitializing').containers ?? []),
        ],
      },
      'init-failure',
      'migrate',
    ],
    [
      'a sidecar that does not start, as nothing starts before it',
      {
        conditions: [aCondition('Initialized', 'False')],
        containers: [
          aContainer({ name: 'istio-proxy', sidecar: true, ready: false }),
          ...(waiting('PodInitializing').containers ?? []),
        ],
      },
      'init-failure',
      'istio-proxy',
    ],
    [
      'a sidecar that crashes',
      {
        containers: [
          aContainer({
            name: 'istio-proxy',
            sidecar: true,
            ready: false,
            running: false,
            terminated: { exitCode: 1 },
          }),
        ],
      },
      'crash-loop',
      'istio-proxy',
    ],
    [
      'a gate that nothing works on',
      {
        gates: ['target-health.elbv2.k8s.aws/chat'],
        conditions: [
          aCondition('Ready', 'False', {
            message:
              'corresponding condition of pod readiness gate does not exist.',
          }),
        ],
      },
      'readiness-gate-unwritten',
    ],
    ['evicted pods', { phase: 'Failed', reason: 'Evicted' }, 'evicted'],
    [
      'nothing but the deadline, when no pod tells more',
      {},
      'deadline-exceeded',
    ],
  ])('is %s', (_, pod, kind, ...[container]) => {
    expect(getStatus(late, pod).cause).toMatchObject({
      kind,
      ...(container && { container }),
    });
  });

  it('comes with what else is wrong, one of each kind, the most telling first', () => {
    const status = getRolloutStatus(
      aDeployment(late),
      [aReplicaSet()],
      [
        aPod({ uid: 'a', name: 'a', ...unready() }),
        aPod({ uid: 'b', name: 'b', ...waiting('ErrImagePull', 'not found') }),
        aPod({ uid: 'c', name: 'c', ...waiting('ErrImagePull', 'not found') }),
      ],
      { now: NOW },
    );
    expect(status.cause).toMatchObject({ kind: 'image-pull', pod: 'b' });
    expect(status.otherCauses?.map(({ kind }) => kind)).toEqual([
      'readiness-failing',
      'deadline-exceeded',
    ]);
  });
});

describe('a cause of several pods', () => {
  it('has been since the first of them failed, until the last, with the most restarts', () => {
    const failing = (
      name: string,
      restarts: number,
      since: string,
      finishedAt: string,
    ) =>
      aPod({
        ...{ uid: name, name },
        conditions: [aCondition('ContainersReady', 'False', { since })],
        containers: [
          aContainer({
            ...{ ready: false, restarts },
            lastTerminated: { exitCode: 1, finishedAt },
          }),
        ],
      });
    const { cause } = getRolloutStatus(
      aDeployment(creating),
      [aReplicaSet()],
      [
        failing('b', 1, '2026-01-02T00:09:55Z', '2026-01-02T00:09:58Z'),
        failing('c', 9, '2026-01-02T00:03:20Z', '2026-01-02T00:09:00Z'),
      ],
      { now: NOW },
    );
    expect(cause).toMatchObject({
      ...{ kind: 'crash-loop', pod: 'b', restarts: 9 },
      since: '2026-01-02T00:03:20Z',
      lastAt: '2026-01-02T00:09:58Z',
    });
  });
});

describe('a Rollout whose events may not be read', () => {
  it('has the same phase, and a cause that says less', () => {
    const status = getStatus(late, unready());
    expect(status).toMatchObject({
      phase: 'failed',
      cause: { kind: 'readiness-failing', message: 'it runs and is not ready' },
    });
  });
});

describe('a container that fails again and again', () => {
  const end = { exitCode: 1, reason: 'Error' };
  const looping = {
    ready: false,
    running: false,
    restarts: 7,
    waiting: { reason: 'CrashLoopBackOff' },
    lastTerminated: { ...end, finishedAt: '2026-01-02T00:09:51Z' },
  };
  const backOff = (differs: Partial<EventRow>) =>
    anEvent({
      reason: 'BackOff',
      message: 'Back-off restarting failed container app in pod chat_chat(1)',
      ...differs,
    });

  it('has failed since its pod is not ready, however short ago it ended last', () => {
    const pod = {
      conditions: [
        aCondition('ContainersReady', 'False', {
          since: '2026-01-01T23:57:00Z',
        }),
      ],
      containers: [aContainer(looping)],
    };
    expect(getStatus(creating, pod).cause).toMatchObject({
      kind: 'crash-loop',
      message: 'ended with exit code 1 (Error)',
      since: '2026-01-01T23:57:00Z',
      lastAt: '2026-01-02T00:09:51Z',
      restarts: 7,
    });
  });

  it.each([
    ['its own back-off', {}, '2026-01-01T23:50:00Z'],
    [
      'a back-off of a kubelet that leaves the name out',
      { message: 'Back-off restarting failed container' },
      '2026-01-01T23:50:00Z',
    ],
    [
      "another container's back-off",
      { message: 'Back-off restarting failed container proxy in pod chat' },
      '2026-01-02T00:09:00Z',
    ],
    [
      'a back-off that is about an image',
      { message: 'Back-off pulling image "chat:2"' },
      '2026-01-02T00:09:00Z',
    ],
  ])('that was ready in between has failed since %s', (_, event, since) => {
    const pod = {
      conditions: [
        aCondition('ContainersReady', 'False', {
          since: '2026-01-02T00:09:00Z',
        }),
      ],
      containers: [aContainer(looping)],
    };
    const firstSeenAt = '2026-01-01T23:50:00Z';
    const events = [backOff({ firstSeenAt, ...event })];
    expect(getStatus(creating, pod, { events }).cause?.since).toBe(since);
  });

  it('is restarted no time at its first end', () => {
    const pod = {
      containers: [
        aContainer({
          ready: false,
          running: false,
          terminated: { ...end, finishedAt: '2026-01-02T00:09:51Z' },
        }),
      ],
    };
    expect(getStatus(creating, pod).cause).toMatchObject({
      since: '2026-01-02T00:09:51Z',
      lastAt: '2026-01-02T00:09:51Z',
      restarts: undefined,
    });
  });

  it('lacks its image since it ended, not since its pod was created', () => {
    const pod = {
      containers: [
        aContainer({
          ...looping,
          waiting: { reason: 'ImagePullBackOff', message: 'not found' },
        }),
      ],
    };
    expect(getStatus(creating, pod).cause).toMatchObject({
      kind: 'image-pull',
      since: '2026-01-02T00:09:51Z',
    });
  });
});
