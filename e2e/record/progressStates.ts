import type { Deployment } from '../cluster-contract/objects';
import { judgement, Rollout } from '../cluster-contract/Rollout';
import { anAutoscaler, templateStrategy } from './manifests';
import { holdsBack, openGates, podsOnce, runsImage } from './podActs';
import { available, GATE, next, release } from './release';
import type { State } from './State';

const updated = ({ status }: Deployment) => status.updatedReplicas ?? 0;

/** How far a Rollout has come. */
export const progressStates: State[] = [
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
        strategy: templateStrategy,
        templateAnnotations: { 'sandbox.eks-deploy/ready-after': '10s' },
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
    name: 'rollover',
    async bringAbout(scene) {
      const rollout = await release(scene, next('slow'));
      await rollout.until('one pod is new', seen => updated(seen) === 1);
      await rollout.setImage('example.com/chat:3-slow');
      await podsOnce(scene, 1, runsImage('example.com/chat:3-slow'));
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
