import { aDeployment } from '../cluster-contract/manifests';
import type { Deployment, Pod } from '../cluster-contract/objects';
import { conditionOf, judgement, Rollout } from '../cluster-contract/Rollout';
import type { Scene } from '../cluster-contract/Scene';
import { anAutoscaler, failedInit, heldBack } from './manifests';
import {
  addEvent,
  holdsBack,
  listPods,
  openGates,
  patchPods,
  podsOnce,
  runsImage,
} from './podActs';

/** A state of a rollout, brought about on a real control plane. */
export interface State {
  /** Also of the fixture's file. */
  name: string;
  /** Settles once the state is there and stays for a while. */
  bringAbout(scene: Scene): Promise<void>;
  /** Goes on once Kubernetes' controllers stand still, for a state that they would end at once. */
  goOnWithoutControllers?(scene: Scene): Promise<void>;
}

/** What stands in the way of the next image. */
const next = (outcome: string) => `example.com/chat:2-${outcome}`;
const GATE = 'target-health.elbv2.k8s.aws/chat';

const updated = ({ status }: Deployment) => status.updatedReplicas ?? 0;
const available = ({ status }: Deployment) => status.availableReplicas ?? 0;
const waitsFor = (reason: string) => (pod: Pod) =>
  pod.status.containerStatuses?.[0]?.state.waiting?.reason === reason;

function hasCondition(deployment: Deployment, type: string): boolean {
  return conditionOf(deployment, type)?.status === 'True';
}

/** A complete Deployment of three pods, and then another image for it. */
async function release(
  scene: Scene,
  image: string,
  options: Parameters<typeof aDeployment>[0] = {},
): Promise<Rollout> {
  const rollout = await Rollout.begin(scene, { replicas: 3, ...options });
  await rollout.complete();
  await rollout.setImage(image);
  return rollout;
}

export const states: State[] = [
  {
    name: 'complete',
    async bringAbout(scene) {
      const rollout = await release(scene, 'example.com/chat:2');
      await rollout.complete();
    },
  },
  {
    name: 'creating',
    async bringAbout(scene) {
      const rollout = await release(scene, next('slow'));
      await rollout.until('one pod is new', seen => updated(seen) === 1);
    },
  },
  {
    name: 'scaled-by-autoscaler',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, {
        replicas: 3,
        templateAnnotations: { 'sandbox.eks-deploy/ready-after': '5s' },
      });
      await rollout.complete();
      await scene.must(
        `/apis/autoscaling/v2/namespaces/${scene.namespace}/horizontalpodautoscalers`,
        { method: 'POST', body: anAutoscaler },
      );
      await rollout.until(
        'another pod is on its way',
        seen => updated(seen) === 4 && available(seen) === 3,
      );
    },
  },
  {
    name: 'old-terminating',
    async bringAbout(scene) {
      const rollout = await release(scene, next('never-ready'), {
        strategy: { rollingUpdate: { maxSurge: '100%', maxUnavailable: 0 } },
      });
      await rollout.until(
        'all new pods stand beside the old ones',
        ({ status }) => status.updatedReplicas === 3 && status.replicas === 6,
      );
    },
  },
  {
    name: 'awaiting-availability',
    async bringAbout(scene) {
      const rollout = await release(scene, next('slow'), {
        strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '100%' } },
      });
      await rollout.until(
        'only new pods are left',
        seen => updated(seen) === 3 && seen.status.replicas === 3,
      );
    },
  },
  {
    name: 'stopped',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 0 });
      await rollout.until(
        'it is done',
        seen =>
          judgement(seen, 'Progressing') === 'True NewReplicaSetAvailable',
      );
    },
  },
  {
    name: 'paused',
    async bringAbout(scene) {
      const rollout = await release(scene, next('slow'));
      await rollout.until('one pod is new', seen => updated(seen) === 1);
      await rollout.change({ paused: true });
      await rollout.until('it is paused', () => true);
    },
  },
  {
    name: 'deadline-exceeded',
    async bringAbout(scene) {
      const rollout = await release(scene, next('never-ready'), {
        progressDeadlineSeconds: 2,
      });
      await rollout.until(
        'it takes too long',
        seen =>
          judgement(seen, 'Progressing') === 'False ProgressDeadlineExceeded',
      );
    },
  },
  {
    name: 'degraded-after-success',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, {
        replicas: 3,
        readinessGates: [{ conditionType: GATE }],
      });
      await podsOnce(scene, 3, holdsBack);
      await openGates(scene, GATE, true);
      await rollout.complete();
      await openGates(scene, GATE, false);
      await rollout.until('no pod is available', seen => !available(seen));
    },
  },
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
    name: 'rollover',
    async bringAbout(scene) {
      const rollout = await release(scene, next('slow'));
      await rollout.until('one pod is new', seen => updated(seen) === 1);
      await rollout.setImage('example.com/chat:3-slow');
      await podsOnce(scene, 1, runsImage('example.com/chat:3-slow'));
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
  {
    name: 'not-observed',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.complete();
    },
    async goOnWithoutControllers(scene) {
      await scene.must(scene.path('deployments', 'chat'), {
        method: 'PATCH',
        contentType: 'application/merge-patch+json',
        body: { spec: { minReadySeconds: 1 } },
      });
    },
  },
];
