import { Rollout } from '../../cluster-contract/Rollout';
import { release } from '../../record/release';
import { expectEqual } from '../../smoke/expectEqual';
import type { Case } from '../Case';
import { holdCompleteAt } from '../holdVerdict';

/** One that is deleted and created anew is another one, of whose past nothing is told. */
export const recreation: Case[] = [
  {
    name: 'recreated',
    async bringAbout(scene) {
      await (await release(scene, 'example.com/chat:2')).complete();
    },
    async hold(scene) {
      await holdCompleteAt(scene, 2);
      const before = scene.tab.rollout?.uid;
      const path = scene.path('deployments', 'chat');
      await scene.must(path, { method: 'DELETE' });
      await scene.viewer.until(
        'the tab shows no Workload',
        ({ environments }) => environments[0].rollouts.length === 0,
        10_000,
      );
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.complete();
      const finding = await holdCompleteAt(scene, 1);
      const { metadata } = await rollout.read();
      expectEqual(scene.tab.rollout?.uid, metadata.uid, 'is the uid shown');
      if (metadata.uid === before) {
        throw new Error(`It is the one of before: ${before}.`);
      }
      const revisions = await scene.listRevisions();
      expectEqual(revisions.length, 1, 'Revisions');
      return { ...finding, said: 'another uid, revision 1' };
    },
  },
];
