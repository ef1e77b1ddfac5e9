import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment, Pod } from './objects';
import { resources } from './storage';
import { eventually } from './testing/eventually';
import { aTemplate } from './testing/objects';
import { startTestCluster } from './testing/startTestCluster';

let cluster: Awaited<ReturnType<typeof startTestCluster>>;

beforeAll(async () => {
  cluster = await startTestCluster();
});

afterAll(async () => {
  await cluster?.stop();
});

function deploy(
  name: string,
  image: string,
  spec: Partial<Deployment['spec']> = {},
) {
  const namespace = name;
  const { registry } = cluster;
  registry.create(resources.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  registry.create(resources.deployments, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'chat' } },
      template: aTemplate(image),
      ...spec,
    } as Deployment['spec'],
  });
  return {
    read: () => registry.get(resources.deployments, { namespace, name }),
    pods: () => registry.list(resources.pods, namespace),
    events: () => registry.list(resources.events, namespace),
    setImage: (next: string) =>
      registry.modify(resources.deployments, { namespace, name }, draft => {
        draft.spec.template.spec.containers[0].image = next;
      }),
  };
}

const container = (pod: Pod | undefined) => pod?.status.containerStatuses?.[0];

const isComplete = ({ status, spec, metadata }: Deployment) =>
  status.observedGeneration === metadata.generation &&
  status.updatedReplicas === spec.replicas &&
  status.replicas === spec.replicas &&
  status.availableReplicas === spec.replicas;

describe('a pod', () => {
  it('that crashes goes into CrashLoopBackOff, its restarts rising', async () => {
    const { pods, events } = deploy('crashing', 'example.com/chat:1-crash');
    const status = await eventually('the pod backs off', () => {
      const found = container(pods()[0]);
      return found?.state.waiting?.reason === 'CrashLoopBackOff' && found;
    });
    expect(status.restartCount).toBeGreaterThan(0);
    expect(status.lastState.terminated).toMatchObject({
      exitCode: 1,
      reason: 'Error',
    });
    expect(events().map(({ reason }) => reason)).toContain('BackOff');
  });

  it('that needs too much memory is OOMKilled with 137', async () => {
    const { pods } = deploy('hungry', 'example.com/chat:1-oom');
    const status = await eventually('the pod restarts', () => {
      const found = container(pods()[0]);
      return found?.lastState.terminated && found;
    });
    expect(status.lastState.terminated).toMatchObject({
      exitCode: 137,
      reason: 'OOMKilled',
    });
  });

  it('that is held back waits for its containers to be made', async () => {
    const { pods } = deploy('held', 'example.com/chat:1-held-back');
    await eventually('its containers are told of', () => container(pods()[0]));
    await sleep(500);
    expect(container(pods()[0])?.state).toEqual({
      waiting: { reason: 'ContainerCreating' },
    });
  });

  it('that never becomes ready runs, with Unhealthy events', async () => {
    const { pods, events } = deploy(
      'unready',
      'example.com/chat:1-never-ready',
    );
    await eventually('a probe fails', () =>
      events().some(({ reason }) => reason === 'Unhealthy'),
    );
    expect(container(pods()[0])).toMatchObject({
      ready: false,
      state: { running: {} },
    });
  });
});

describe('a Deployment', () => {
  it('rolls one pod at a time and never falls below what it wants available', async () => {
    const { read, setImage } = deploy('steady', 'example.com/chat:1', {
      replicas: 3,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      },
    });
    await eventually('it is complete', () => isComplete(read()));
    const seen: Deployment[] = [];
    const unsubscribe = cluster.registry.store.subscribe(({ object }) => {
      if (object.metadata.uid === read().metadata.uid) {
        seen.push(object as Deployment);
      }
    });
    setImage('example.com/chat:2');
    await eventually('it is complete again', () => isComplete(read()));
    unsubscribe();
    const available = seen.map(({ status }) => status.availableReplicas ?? 0);
    const total = seen.map(({ status }) => status.replicas ?? 0);
    expect(Math.min(...available)).toBe(3);
    expect(Math.max(...total)).toBe(4);
  });

  it('with Recreate has no old pod beside a new one', async () => {
    const { read, pods, setImage } = deploy('recreated', 'example.com/chat:1', {
      replicas: 2,
      strategy: { type: 'Recreate' },
    });
    await eventually('it is complete', () => isComplete(read()));
    const mixed: string[][] = [];
    const unsubscribe = cluster.registry.store.subscribe(() => {
      const images = new Set(
        pods().map(({ spec }) => spec.containers[0].image),
      );
      if (images.size > 1) mixed.push([...images]);
    });
    setImage('example.com/chat:2');
    await eventually('it is complete again', () => isComplete(read()));
    unsubscribe();
    expect(mixed).toEqual([]);
  });

  it('over its quota says which quota keeps it from its pods', async () => {
    const metadata = { name: 'few', namespace: 'quota' };
    const { read, pods } = deploy('quota', 'example.com/app:1', {
      replicas: 0,
    });
    const { registry } = cluster;
    registry.create(resources.resourceQuotas, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata,
      spec: { hard: { pods: '1' } },
    });
    registry.modify(
      resources.deployments,
      { namespace: 'quota', name: 'quota' },
      draft => {
        draft.spec.replicas = 2;
      },
    );
    const failure = await eventually('the quota is exceeded', () =>
      read().status.conditions?.find(({ type }) => type === 'ReplicaFailure'),
    );
    expect(failure.reason).toBe('FailedCreate');
    expect(failure.message).toContain(
      'exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1',
    );
    expect(pods()).toHaveLength(1);
    await eventually('the quota shows what is used', () => {
      const { status } = registry.get(resources.resourceQuotas, metadata);
      return status?.used?.pods === '1';
    });
  });

  it('with minReadySeconds counts a pod as available only after them', async () => {
    // Of whole seconds, as the time of a condition is told, one may be over at once.
    const { read } = deploy('patient', 'example.com/chat:1', {
      minReadySeconds: 3,
    });
    await eventually('its pod is ready', () => read().status.readyReplicas);
    expect(read().status.availableReplicas).toBeUndefined();
    await eventually('its pod is available', () => isComplete(read()));
  });

  it('keeps no more old ReplicaSets than its history limit', async () => {
    const { read, setImage } = deploy('forgetful', 'example.com/chat:1', {
      revisionHistoryLimit: 1,
    });
    await eventually('it is complete', () => isComplete(read()));
    for (const tag of ['2', '3']) {
      setImage(`example.com/chat:${tag}`);
      await eventually('it is complete', () => isComplete(read()));
    }
    const sets = await eventually('the oldest ReplicaSet goes', () => {
      const left = cluster.registry.list(resources.replicaSets, 'forgetful');
      return left.length === 2 && left;
    });
    expect(sets.map(({ spec }) => spec.replicas).sort()).toEqual([0, 1]);
  });
});
