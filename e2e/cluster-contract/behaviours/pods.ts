import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { behaviours } from '../sceneBehaviours';
import { PATCH, type DeploymentOptions } from '../manifests';
import type { Pod } from '../objects';
import { conditionOf, judgement, Rollout } from '../Rollout';
import type { Scene } from '../Scene';

const containerOf = ({ status }: Pod) => status.containerStatuses?.[0];

async function podOnce(
  scene: Scene,
  options: DeploymentOptions,
  what: string,
  holds: (pod: Pod) => boolean,
): Promise<Pod> {
  const rollout = await Rollout.begin(scene, options);
  return scene.eventually(what, async () => (await rollout.pods()).find(holds));
}

function anotherReady(scene: Scene, rollout: Rollout, { metadata }: Pod) {
  return scene.eventually('another is ready', async () =>
    (await rollout.pods()).find(
      pod => pod.metadata.uid !== metadata.uid && containerOf(pod)?.ready,
    ),
  );
}

export const pods = behaviours('a pod', {
  'that runs is ready, on a node': async scene => {
    const pod = await podOnce(
      scene,
      {},
      'it is ready',
      seen => containerOf(seen)?.ready === true,
    );
    assert.equal(pod.status.phase, 'Running');
    assert.ok(pod.spec.nodeName);
    assert.ok(containerOf(pod)?.state.running);
    for (const type of [
      'PodScheduled',
      'Initialized',
      'ContainersReady',
      'Ready',
    ]) {
      assert.equal(conditionOf(pod, type)?.status, 'True', type);
    }
  },
  'belongs to its ReplicaSet and carries the hash of its template':
    async scene => {
      const rollout = await Rollout.begin(scene);
      await rollout.complete();
      const [replicaSet] = await rollout.replicaSets();
      const [pod] = await rollout.pods();
      assert.equal(
        pod.metadata.ownerReferences?.[0].uid,
        replicaSet.metadata.uid,
      );
      assert.equal(pod.metadata.ownerReferences?.[0].controller, true);
      assert.equal(
        `chat-${pod.metadata.labels?.['pod-template-hash']}`,
        replicaSet.metadata.name,
      );
    },
  'that fits no node says that it is unschedulable': async scene => {
    const pod = await podOnce(
      scene,
      { nodeSelector: { 'example.com/gpu': 'yes' } },
      'it was tried',
      seen => conditionOf(seen, 'PodScheduled') !== undefined,
    );
    assert.equal(pod.status.phase, 'Pending');
    assert.equal(judgement(pod, 'PodScheduled'), 'False Unschedulable');
    assert.match(
      conditionOf(pod, 'PodScheduled')?.message ?? '',
      /^0\/2 nodes are available: 2 node\(s\) didn't match Pod's node affinity\/selector\./,
    );
    assert.equal(pod.status.containerStatuses, undefined);
  },
  'whose image cannot be pulled waits, not ready': async scene => {
    const pod = await podOnce(
      scene,
      { image: 'example.com/chat:1-image-error' },
      'it backs off',
      seen => containerOf(seen)?.state.waiting?.reason === 'ImagePullBackOff',
    );
    assert.equal(pod.status.phase, 'Pending');
    assert.match(
      containerOf(pod)?.state.waiting?.message ?? '',
      /^Back-off pulling image "example\.com\/chat:1-image-error"/,
    );
    assert.equal(judgement(pod, 'Ready'), 'False ContainersNotReady');
  },
  'that crashes backs off, its restarts counted': async scene => {
    const pod = await podOnce(
      scene,
      { image: 'example.com/chat:1-crash' },
      'it backs off',
      seen => containerOf(seen)?.state.waiting?.reason === 'CrashLoopBackOff',
    );
    const container = containerOf(pod);
    assert.equal(pod.status.phase, 'Running');
    assert.ok((container?.restartCount ?? 0) > 0);
    assert.equal(container?.lastState?.terminated?.reason, 'Error');
    assert.equal(container?.lastState?.terminated?.exitCode, 1);
  },
  'that crashes has not been ready since its start': async scene => {
    const pod = await podOnce(
      scene,
      { image: 'example.com/chat:1-crash' },
      'it backs off',
      seen => containerOf(seen)?.state.waiting?.reason === 'CrashLoopBackOff',
    );
    const { finishedAt = '' } = containerOf(pod)?.lastState?.terminated ?? {};
    const { lastTransitionTime = '' } = conditionOf(pod, 'Ready') ?? {};
    assert.ok(
      lastTransitionTime < finishedAt,
      `${lastTransitionTime} is before ${finishedAt}`,
    );
  },
  'that takes too much memory is killed with 137': async scene => {
    const pod = await podOnce(
      scene,
      { image: 'example.com/chat:1-oom' },
      'it was killed',
      seen => containerOf(seen)?.lastState?.terminated !== undefined,
    );
    const { reason, exitCode } = containerOf(pod)?.lastState?.terminated ?? {};
    assert.deepEqual(
      { reason, exitCode },
      { reason: 'OOMKilled', exitCode: 137 },
    );
  },
  'that is held back waits for containers that are never made': async scene => {
    const rollout = await Rollout.begin(scene, {
      image: 'example.com/chat:1-held-back',
    });
    const isWaiting = (seen: Pod) =>
      containerOf(seen)?.state.waiting?.reason === 'ContainerCreating';
    await scene.eventually('it waits', async () =>
      (await rollout.pods()).some(isWaiting),
    );
    // Any other is ready by then.
    await sleep(3_000);
    const held = await rollout.pods();
    assert.ok(held.every(isWaiting));
    assert.equal(held[0].status.phase, 'Pending');
  },
  'that fails its probe runs without being ready': async scene => {
    const rollout = await Rollout.begin(scene, {
      image: 'example.com/chat:1-never-ready',
    });
    const pod = await scene.eventually('it runs', async () =>
      (await rollout.pods()).find(seen => containerOf(seen)?.state.running),
    );
    assert.equal(containerOf(pod)?.ready, false);
    assert.equal(judgement(pod, 'Ready'), 'False ContainersNotReady');
    const event = await scene.eventually('it is told', async () =>
      (await rollout.events()).find(({ reason }) => reason === 'Unhealthy'),
    );
    assert.equal(event.type, 'Warning');
  },
  'behind a readiness gate is not ready though its containers are':
    async scene => {
      const pod = await podOnce(
        scene,
        {
          readinessGates: [{ conditionType: 'target-health.elbv2.k8s.aws/a' }],
        },
        'its containers are ready',
        seen => conditionOf(seen, 'ContainersReady')?.status === 'True',
      );
      assert.equal(judgement(pod, 'Ready'), 'False ReadinessGatesNotReady');
    },
  'that is deleted is replaced': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    const [first] = await rollout.pods();
    await scene.must(scene.path('pods', first.metadata.name), {
      method: 'DELETE',
    });
    await anotherReady(scene, rollout, first);
  },
  'that is evicted is replaced, and stays to be seen': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    const [evicted] = await rollout.pods();
    const message = 'The node was low on resource: memory.';
    await scene.must(scene.path('pods', evicted.metadata.name, 'status'), {
      method: 'PATCH',
      contentType: PATCH.merge,
      body: { status: { phase: 'Failed', reason: 'Evicted', message } },
    });
    await anotherReady(scene, rollout, evicted);
    const left = await scene.must<Pod>(
      scene.path('pods', evicted.metadata.name),
    );
    assert.equal(left.status.phase, 'Failed');
    assert.equal(left.status.reason, 'Evicted');
  },
  'with a finalizer stays while it is being deleted, and is replaced':
    async scene => {
      const rollout = await Rollout.begin(scene);
      await rollout.complete();
      const [held] = await rollout.pods();
      const path = scene.path('pods', held.metadata.name);
      const setFinalizers = (finalizers: string[] | null) =>
        scene.must(path, {
          method: 'PATCH',
          contentType: PATCH.merge,
          body: { metadata: { finalizers } },
        });
      await setFinalizers(['example.com/held']);
      await scene.must(path, { method: 'DELETE' });
      await anotherReady(scene, rollout, held);
      const { metadata } = await scene.must<Pod>(path);
      assert.ok(metadata.deletionTimestamp);
      await setFinalizers(null);
      await scene.eventually('it is gone', async () => {
        const { status } = await scene.ask(path);
        return status === 404;
      });
    },
});
