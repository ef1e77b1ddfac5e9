import { aDeployment } from '../../cluster-contract/manifests';
import { Rollout } from '../../cluster-contract/Rollout';
import { listPods, podsOnce, runsImage } from '../../record/podActs';
import { anAutoscaler } from '../../record/manifests';
import { next, release } from '../../record/release';
import { expectEqual } from '../../smoke/expectEqual';
import type { Case } from '../Case';
import { holdCompleteAt, holdVerdict } from '../holdVerdict';

const STRANGER = next('image-error');

const NO_DISRUPTION = {
  metadata: { name: 'chat' },
  spec: { maxUnavailable: 0, selector: { matchLabels: { app: 'chat' } } },
};

interface Budget {
  status: { currentHealthy: number; disruptionsAllowed: number };
}

/** What else acts on the same pods or the same Deployment. */
export const neighbours: Case[] = [
  {
    name: 'selector-overlap',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 2 });
      await rollout.complete();
      // Past the scene, which would make it the component's.
      const stranger = aDeployment({ replicas: 1, image: STRANGER });
      await scene.must(scene.path('deployments'), {
        method: 'POST',
        body: { ...stranger, metadata: { name: 'stranger' } },
      });
      await podsOnce(scene, 1, runsImage(STRANGER));
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, { is: 'complete' });
      const { rollout } = await scene.askPortal();
      expectEqual(rollout?.status.counts.total, 2, 'pods');
      const told = (await scene.listPods()).map(({ name }) => name).sort();
      const own = (await listPods(scene))
        .filter(pod => !runsImage(STRANGER)(pod))
        .map(({ metadata }) => metadata.name)
        .sort();
      expectEqual(told, own, 'are the pods');
      expectEqual((await scene.listRevisions()).length, 1, 'Revisions');
      return { ...finding, said: "3 pods are selected, 2 are the Workload's" };
    },
  },
  {
    name: 'autoscaler-mid-rollout',
    async bringAbout(scene) {
      const rollout = await release(scene, next('slow'));
      await rollout.until(
        'one pod is new',
        ({ status }) => status.updatedReplicas === 1,
      );
      await scene.must(
        `/apis/autoscaling/v2/namespaces/${scene.namespace}/horizontalpodautoscalers`,
        { method: 'POST', body: anAutoscaler },
      );
      await rollout.until('it is scaled', ({ spec }) => spec.replicas === 4);
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, { is: 'creating' });
      const revisions = await scene.listRevisions();
      expectEqual(
        revisions.map(({ number }) => number),
        [2, 1],
        'are the Revisions',
      );
      return { ...finding, said: 'still revision 2' };
    },
  },
  {
    name: 'disruption-budget',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.complete();
      const budgets = `/apis/policy/v1/namespaces/${scene.namespace}/poddisruptionbudgets`;
      await scene.must(budgets, { method: 'POST', body: NO_DISRUPTION });
      await scene.eventually('no pod may be evicted', async () => {
        const { status } = await scene.must<Budget>(`${budgets}/chat`);
        return status.currentHealthy === 3 && status.disruptionsAllowed === 0;
      });
      await rollout.setImage(next('slow'));
      await rollout.until(
        'one pod is new',
        ({ status }) => status.updatedReplicas === 1,
      );
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, { is: 'creating' });
      await Rollout.of(scene).setImage('example.com/chat:3');
      await holdCompleteAt(scene, 3);
      return { ...finding, said: 'it is rolled out past the budget' };
    },
  },
];
