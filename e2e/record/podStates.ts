import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment, Pod } from '../cluster-contract/objects';
import { PATCH } from '../cluster-contract/manifests';
import { conditionOf, Rollout } from '../cluster-contract/Rollout';
import { failedInit, heldBack, killedByProbe } from './manifests';
import {
  addEvent,
  holdsBack,
  listPods,
  openGates,
  patchPods,
  podsOnce,
  runsImage,
} from './podActs';
import {
  available,
  beginRecreating,
  GATE,
  next,
  release,
  replaceAll,
} from './release';
import type { State } from './State';

const waitsFor = (reason: string) => (pod: Pod) =>
  pod.status.containerStatuses?.[0]?.state.waiting?.reason === reason;

/** A probe that fails for so long no longer does because of a slow start. */
const LASTING_MS = 31_000;

function hasCondition(deployment: Deployment, type: string): boolean {
  return conditionOf(deployment, type)?.status === 'True';
}

/** What becomes of pods, or keeps them from being made. */
export const podStates: State[] = [
  {
    name: 'load-balancer-gate',
    async bringAbout(scene) {
      await Rollout.begin(scene, {
        replicas: 3,
        readinessGates: [{ conditionType: GATE }],
      });
      await podsOnce(scene, 3, holdsBack);
      await openGates(scene, GATE, false);
    },
  },
  {
    name: 'quota',
    async bringAbout(scene) {
      await scene.create('resourcequotas', {
        metadata: { name: 'few-pods' },
        spec: { hard: { pods: '2' } },
      });
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.until(
        'a pod is refused',
        seen => available(seen) === 2 && hasCondition(seen, 'ReplicaFailure'),
      );
    },
  },
  {
    name: 'pod-security',
    async bringAbout(scene) {
      await scene.must(`/api/v1/namespaces/${scene.namespace}`, {
        method: 'PATCH',
        contentType: 'application/merge-patch+json',
        body: {
          metadata: {
            labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
          },
        },
      });
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.until('every pod is refused', seen =>
        hasCondition(seen, 'ReplicaFailure'),
      );
    },
  },
  {
    name: 'unschedulable',
    async bringAbout(scene) {
      await Rollout.begin(scene, {
        replicas: 3,
        nodeSelector: { 'example.com/gpu': 'yes' },
      });
      await podsOnce(scene, 3, ({ status }) =>
        Boolean(status.conditions?.length),
      );
    },
  },
  {
    name: 'image-error',
    async bringAbout(scene) {
      await release(scene, next('image-error'));
      await podsOnce(scene, 1, waitsFor('ImagePullBackOff'));
    },
  },
  {
    name: 'crash-loop',
    async bringAbout(scene) {
      await release(scene, next('crash'));
      await podsOnce(scene, 1, waitsFor('CrashLoopBackOff'));
    },
  },
  {
    name: 'oom-killed',
    async bringAbout(scene) {
      await release(scene, next('oom'));
      await podsOnce(scene, 1, waitsFor('CrashLoopBackOff'));
    },
  },
  {
    name: 'readiness-failing',
    async bringAbout(scene) {
      await release(scene, next('never-ready'));
      await podsOnce(
        scene,
        1,
        pod =>
          runsImage(next('never-ready'))(pod) && pod.status.phase === 'Running',
      );
    },
  },
  {
    name: 'readiness-failing-for-long',
    async bringAbout(scene) {
      await release(scene, next('never-ready'));
      const isNew = runsImage(next('never-ready'));
      await podsOnce(
        scene,
        1,
        pod => isNew(pod) && pod.status.phase === 'Running',
      );
      const since = new Date().toISOString();
      await sleep(LASTING_MS);
      for (const pod of (await listPods(scene)).filter(isNew)) {
        await addEvent(scene, pod, {
          reason: 'Unhealthy',
          message:
            'Readiness probe failed: HTTP probe failed with statuscode: 503',
          since,
        });
      }
    },
  },
  {
    name: 'liveness-loop',
    async bringAbout(scene) {
      await Rollout.begin(scene, heldBack);
      await podsOnce(scene, 3, waitsFor('ContainerCreating'));
      await patchPods(scene, killedByProbe);
      for (const pod of await listPods(scene)) {
        await addEvent(scene, pod, {
          reason: 'Unhealthy',
          message:
            'Liveness probe failed: HTTP probe failed with statuscode: 500',
        });
      }
    },
  },
  {
    name: 'missing-config',
    async bringAbout(scene) {
      await Rollout.begin(scene, heldBack);
      await podsOnce(scene, 3, waitsFor('ContainerCreating'));
      await patchPods(scene, pod => ({
        containerStatuses: pod.status.containerStatuses?.map(container => ({
          ...container,
          state: {
            waiting: {
              reason: 'CreateContainerConfigError',
              message: 'configmap "chat" not found',
            },
          },
        })),
      }));
    },
  },
  {
    name: 'mount-failure',
    async bringAbout(scene) {
      await Rollout.begin(scene, heldBack);
      await podsOnce(scene, 3, waitsFor('ContainerCreating'));
      for (const pod of await listPods(scene)) {
        await addEvent(scene, pod, {
          reason: 'FailedMount',
          message:
            'MountVolume.SetUp failed for volume "settings" : configmap "chat" not found',
        });
      }
    },
  },
  {
    name: 'init-failure',
    async bringAbout(scene) {
      await Rollout.begin(scene, heldBack);
      await podsOnce(scene, 3, waitsFor('ContainerCreating'));
      await patchPods(scene, failedInit);
    },
  },
  {
    name: 'stuck-terminating',
    async bringAbout(scene) {
      await beginRecreating(scene);
      for (const { metadata } of await listPods(scene)) {
        await scene.must(scene.path('pods', metadata.name), {
          method: 'PATCH',
          contentType: PATCH.merge,
          body: { metadata: { finalizers: ['example.com/last-words'] } },
        });
      }
      await replaceAll(scene);
    },
  },
  {
    name: 'evicted',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.complete();
      await patchPods(scene, () => ({
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
      }));
      await podsOnce(scene, 3, ({ status }) => status.phase === 'Running');
      await rollout.complete();
    },
  },
  {
    name: 'mixed-digests',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.complete();
      const [first] = await listPods(scene);
      await patchPods(scene, pod =>
        pod.metadata.uid === first.metadata.uid
          ? {
              containerStatuses: pod.status.containerStatuses?.map(
                container => ({
                  ...container,
                  imageID: `example.com/chat@sha256:${'0'.repeat(64)}`,
                }),
              ),
            }
          : undefined,
      );
    },
  },
];
