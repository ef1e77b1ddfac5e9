import {
  aDeploymentObject,
  aReplicaSetObject,
} from '../../__testUtils__/objects';
import { toAutoscalerRow } from './toAutoscalerRow';
import { toDeploymentRow } from './toDeploymentRow';
import { toEventRow } from './toEventRow';
import { toIngressRow } from './toIngressRow';
import { toPodRow } from './toPodRow';
import { toReplicaSetRow } from './toReplicaSetRow';

describe('rows', () => {
  it('find the template of a Deployment in its ReplicaSet, the hash label aside', () => {
    const deployment = toDeploymentRow(aDeploymentObject({ revision: 7 }));
    expect(toReplicaSetRow(aReplicaSetObject(7)).template).toBe(
      deployment.template,
    );
    expect(toReplicaSetRow(aReplicaSetObject(6)).template).not.toBe(
      deployment.template,
    );
  });

  it('keep no value of the environment and nothing of managed fields', () => {
    const object = aDeploymentObject({
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': 'canary-secret',
      },
    });
    const env = [{ name: 'PASSWORD', value: 'canary-secret' }];
    object.spec?.template.spec?.containers.forEach(container =>
      Object.assign(container, { env }),
    );
    expect(JSON.stringify(toDeploymentRow(object))).not.toContain('canary');
  });

  it.each([
    ['was ready', '2026-01-01T00:05:00Z', true],
    ['has never been ready', '2026-01-01T00:00:01Z', false],
  ])('know of a pod that is not ready whether it %s', (_, since, wasReady) => {
    const startTime = '2026-01-01T00:00:00Z';
    const lastTransitionTime = since;
    const conditions = [{ type: 'Ready', status: 'False', lastTransitionTime }];
    expect(toPodRow({ status: { startTime, conditions } }).wasReady).toBe(
      wasReady,
    );
  });

  it('take a native sidecar for no init container', () => {
    const status = { image: '', imageID: '', ready: true, restartCount: 0 };
    const { containers } = toPodRow({
      spec: {
        containers: [],
        initContainers: [
          { name: 'istio-proxy', restartPolicy: 'Always' },
          { name: 'migrate' },
        ],
      },
      status: {
        initContainerStatuses: [
          { ...status, name: 'istio-proxy' },
          { ...status, name: 'migrate' },
        ],
      },
    });
    expect(containers).toMatchObject([
      { name: 'istio-proxy', init: false, sidecar: true },
      { name: 'migrate', init: true },
    ]);
  });

  it.each([
    ['an autoscaler', { operation: 'Update', subresource: 'scale' }, {}, false],
    ['an applied manifest', { operation: 'Apply' }, {}, true],
    [
      'kubectl apply before an autoscaler',
      { operation: 'Update', subresource: 'scale' },
      { spec: { replicas: 2 } },
      true,
    ],
  ])('know who sets the number of replicas: %s', (_, by, applied, manifest) => {
    const object = aDeploymentObject({
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration':
          JSON.stringify(applied),
      },
    });
    const managedFields = [
      {
        ...by,
        fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      },
      { operation: 'Update', time: '2026-01-01T00:06:00Z', fieldsV1: {} },
    ];
    const metadata = { ...object.metadata, managedFields };
    expect(toDeploymentRow({ ...object, metadata })).toMatchObject({
      replicasInManifest: manifest,
    });
  });

  it('know when a ReplicaSet was scaled', () => {
    const managedFields = [
      {
        operation: 'Update',
        time: '2026-01-01T00:05:00Z',
        fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      },
      {
        operation: 'Update',
        subresource: 'status',
        time: '2026-01-01T00:06:00Z',
        fieldsV1: { 'f:status': { 'f:replicas': {} } },
      },
    ];
    const metadata = { uid: 'a', name: 'chat-backend-1', managedFields };
    expect(toReplicaSetRow({ metadata })).toMatchObject({
      scaledAt: '2026-01-01T00:05:00Z',
    });
  });

  it('keep no termination message, which is what a program wrote last', () => {
    const row = toPodRow({
      metadata: { uid: 'pod-1', name: 'chat-backend-1' },
      status: {
        containerStatuses: [
          {
            name: 'app',
            image: 'chat:1',
            imageID: '',
            ready: false,
            restartCount: 1,
            lastState: {
              terminated: {
                exitCode: 1,
                reason: 'Error',
                message: 'canary-secret',
              },
            },
          },
        ],
      },
    });
    expect(row.containers[0].lastTerminated).toEqual({
      exitCode: 1,
      reason: 'Error',
    });
  });

  it('count only the owner that controls', () => {
    const object = aReplicaSetObject(7);
    const [owner] = object.metadata?.ownerReferences ?? [];
    const metadata = {
      ...object.metadata,
      ownerReferences: [{ ...owner, uid: 'other', controller: false }, owner],
    };
    expect(toReplicaSetRow({ ...object, metadata }).controller).toBe(
      'deployment-1',
    );
  });

  it('read what the API leaves out as its default', () => {
    expect(
      toDeploymentRow({ metadata: { uid: 'a', name: 'new' } }),
    ).toMatchObject({ revision: 0, desired: 1, total: 0, paused: false });
  });

  it.each([
    [
      'Readiness probe failed: HTTP probe failed with statuscode: 503',
      'Readiness probe failed: HTTP probe failed with statuscode: 503',
    ],
    [
      'Liveness probe failed: Get "http://10.0.0.7:8080/live": context deadline exceeded',
      'Liveness probe failed: Get "http://10.0.0.7:8080/live": context deadline exceeded',
    ],
    ['Readiness probe failed: canary-secret', 'Readiness probe failed'],
    [
      'Startup probe errored: canary-secret and result unknown',
      'Startup probe errored',
    ],
    [
      'Liveness probe failed: HTTP probe failed with statuscode: 500 body canary-secret',
      'Liveness probe failed: HTTP probe failed with statuscode: 500',
    ],
    [
      'Readiness probe failed: mysqladmin: HTTP probe failed canary-secret',
      'Readiness probe failed',
    ],
    [
      'Liveness probe warning: Probe terminated redirects, Response body: canary-secret',
      'Liveness probe warning',
    ],
    [
      'Startup probe errored and resulted in unknown state: rpc error: code = DeadlineExceeded desc = failed to exec in container: timeout 1s exceeded: context deadline exceeded',
      'Startup probe errored and resulted in unknown state: rpc error: code = DeadlineExceeded desc = failed to exec in container: timeout 1s exceeded: context deadline exceeded',
    ],
    [
      'Liveness probe failed: command timed out: "sh -c canary-secret" timed out after 1s',
      'Liveness probe failed: command timed out: "***" timed out after 1s',
    ],
    ...[
      'Get "http://10.0.0.1:8080/health": dial tcp 10.0.0.1:8080: connect: connection refused',
      'Get "https://[fd00::1]:8443/": read tcp 10.0.0.2:4000->10.0.0.1:8443: read: connection reset by peer',
      'dial tcp 10.0.0.7:5432: i/o timeout',
      'service unhealthy (responded with "NOT_SERVING")',
      'timeout: failed to connect service "10.0.0.1:9090" within 1s: context deadline exceeded',
      'rpc error: code = Unknown desc = failed to exec in container: container is not created or running',
    ].map(said => Array(2).fill(`Readiness probe failed: ${said}`)),
    ...[
      'dial tcp db:5432 with user app and key canary: refused',
      'dial tcp 10.0.0.7:5432: canary',
      'container canary said no',
      'service unhealthy canary',
      'service unhealthy (responded with "CANARY")',
      'Get "x": canary',
      'Get "http://canary/": EOF',
      'Get "http://10.0.0.1:80/": canary',
      'rpc error: code = canary desc = no',
      'rpc error: code = Unknown desc = canary',
      'timeout: canary',
      'timeout canary exceeded',
      'command "a" failed: canary',
      'context canary',
    ].map(said => [
      `Readiness probe failed: ${said}`,
      'Readiness probe failed',
    ]),
    [
      'Readiness probe failed: dial tcp 10.0.0.7:80: i/o timeout canary',
      'Readiness probe failed: dial tcp 10.0.0.7:80: i/o timeout',
    ],
  ])('keep of an event what the cluster says: %s', (message, kept) => {
    expect(toEventRow(anEventObject({ message })).message).toBe(kept);
  });

  const hook =
    'Exec lifecycle hook ([/bin/sh -c boot]) for Container "app" in Pod "x" failed - error: command exited with 1: canary, message: "canary\\n"';

  it.each([
    ['FailedPreStopHook', 'PreStopHook failed: canary-secret'],
    ['FailedPostStartHook', hook],
    ['PostStartHookError', 'canary'],
    ['PreStartHookError', 'canary'],
    ['CrashLoopBackOff', hook],
    [
      'FailedSync',
      `failed to "StartContainer" with PostStartHookError: canary`,
    ],
  ])('keep nothing of what a lifecycle hook wrote: %s', (reason, message) => {
    const { containers } = toPodRow({
      status: {
        containerStatuses: [
          {
            ...{ name: 'app', ready: false, restartCount: 1 },
            ...{ image: 'chat:1', imageID: '' },
            state: { waiting: { reason, message } },
          },
        ],
      },
    });
    expect([
      containers[0].waiting?.message,
      toEventRow(anEventObject({ reason, message })).message,
    ]).toEqual(Array(2).fill('a lifecycle hook failed'));
  });

  it('read the times and the count of an event from whichever API wrote it', () => {
    expect(
      toEventRow(
        anEventObject({
          count: 3,
          firstTimestamp: '2026-01-01T00:00:00Z',
          lastTimestamp: '2026-01-01T00:05:00Z',
        }),
      ),
    ).toMatchObject({
      count: 3,
      firstSeenAt: '2026-01-01T00:00:00Z',
      lastSeenAt: '2026-01-01T00:05:00Z',
    });
    expect(
      toEventRow(
        anEventObject({
          eventTime: '2026-01-01T00:00:00.000000Z',
          series: { count: 4, lastObservedTime: '2026-01-01T00:07:00.000000Z' },
        }),
      ),
    ).toMatchObject({
      count: 4,
      firstSeenAt: '2026-01-01T00:00:00.000000Z',
      lastSeenAt: '2026-01-01T00:07:00.000000Z',
    });
  });

  it('read the digest that a node found, whatever stands before it', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const [withRepository, byRuntime, none] = [
      `registry.example.com/chat@${digest}`,
      digest,
      '',
    ].map(
      imageID =>
        toPodRow({
          status: {
            containerStatuses: [
              {
                name: 'app',
                image: 'chat:1',
                imageID,
                ready: true,
                restartCount: 0,
              },
            ],
          },
        }).containers[0].digest,
    );
    expect([withRepository, byRuntime, none]).toEqual([
      digest,
      digest,
      undefined,
    ]);
  });

  it('keep of an autoscaler what it scales and how far', () => {
    expect(
      toAutoscalerRow({
        metadata: { uid: 'a', name: 'chat' },
        spec: {
          maxReplicas: 4,
          scaleTargetRef: { kind: 'Deployment', name: 'chat-backend' },
        },
        status: {
          desiredReplicas: 4,
          currentReplicas: 3,
          conditions: [{ type: 'ScalingLimited', status: 'True' }],
        },
      }),
    ).toMatchObject({
      target: { kind: 'Deployment', name: 'chat-backend' },
      min: 1,
      max: 4,
      current: 3,
      desired: 4,
      limited: true,
    });
  });

  it('keep of an Ingress each host once', () => {
    const rules = ['chat.example.com', undefined, 'chat.example.com'];
    expect(
      toIngressRow({ spec: { rules: rules.map(host => ({ host })) } }).hosts,
    ).toEqual(['chat.example.com']);
  });

  it('keep of an Ingress no more hosts than are shown', () => {
    const rules = Array.from({ length: 3_000 }, (_, index) => ({
      host: `chat-${index}.example.com`,
    }));
    expect(toIngressRow({ spec: { rules } }).hosts).toHaveLength(20);
  });
});

function anEventObject(
  differs: Partial<Parameters<typeof toEventRow>[0]>,
): Parameters<typeof toEventRow>[0] {
  return {
    metadata: { uid: 'event-1', name: 'chat.1' },
    involvedObject: { kind: 'Pod', name: 'chat', uid: 'pod-1' },
    type: 'Warning',
    reason: 'Unhealthy',
    ...differs,
  };
}
