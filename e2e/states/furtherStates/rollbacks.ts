import { Rollout } from '../../cluster-contract/Rollout';
import { runKubectl } from '../../cluster-contract/runKubectl';
import { release } from '../../record/release';
import type { Case } from '../Case';
import { expectEqual } from '../../smoke/expectEqual';
import { holdCompleteAt, holdVerdict } from '../holdVerdict';
import type { PortalScene } from '../PortalScene';

const SECOND = 'example.com/chat:2';

const undoTo = (revision: number) => [
  'rollout',
  'undo',
  'deployment/chat',
  `--to-revision=${revision}`,
];

/** What is told of going back. */
export const rollbacks: Case[] = [
  {
    name: 'history-limit-0',
    async bringAbout(scene) {
      const rollout = await release(scene, SECOND, { revisionHistoryLimit: 0 });
      await rollout.complete();
      await scene.eventually(
        'the old ReplicaSet is gone',
        async () => (await rollout.replicaSets()).length === 1,
      );
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, {
        is: 'complete',
        note: 'no-history',
      });
      const [{ blocked }, ...others] = await scene.listRevisions();
      expectEqual(others, []);
      const { status, refusal = '' } = await scene.rollBack(2, 1);
      expectEqual([status, refusal], [409, blocked], 'told of the Revision');
      if (!refusal.includes('revisionHistoryLimit')) {
        throw new Error(`The refusal names no remedy: ${refusal}`);
      }
      const undone = await runKubectl(scene, undoTo(1));
      expectEqual(undone.code, 1, 'of kubectl rollout undo');
      return { ...finding, said: refusal };
    },
  },
  {
    name: 'rollback-renumbers',
    async bringAbout(scene) {
      await (await release(scene, SECOND)).complete();
    },
    async hold(scene) {
      const numbers = async () =>
        (await scene.listRevisions()).map(({ number }) => number);
      expectEqual(await numbers(), [2, 1]);
      expectEqual((await scene.rollBack(2, 1)).status, 202);
      const finding = await holdCompleteAt(scene, 3);
      expectEqual(await numbers(), [3, 2]);
      expectEqual(
        await readHistory(scene),
        [2, 3],
        'of kubectl rollout history',
      );
      const { status, refusal = '' } = await scene.rollBack(3, 1);
      expectEqual(status, 404, `for a number that is gone: ${refusal}`);
      return { ...finding, said: `revision 1 came again as 3; ${refusal}` };
    },
  },
  {
    name: 'no-op-undo',
    async bringAbout(scene) {
      await (await release(scene, SECOND)).complete();
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, { is: 'complete' });
      const rollout = Rollout.of(scene);
      const before = await rollout.read();
      const [{ number, blocked }] = await scene.listRevisions();
      const { status, refusal } = await scene.rollBack(number, number);
      expectEqual([status, refusal], [409, blocked], 'told of the Revision');
      const { stdout } = await runKubectl(scene, undoTo(number));
      if (!stdout.includes('skipped rollback')) {
        throw new Error(`kubectl rollout undo says: ${stdout}`);
      }
      const { metadata } = await rollout.read();
      expectEqual(
        metadata.generation,
        before.metadata.generation,
        'is the generation',
      );
      return { ...finding, said: refusal };
    },
  },
];

/** The Revisions that kubectl knows, the oldest first. */
async function readHistory(scene: PortalScene): Promise<number[]> {
  const { stdout } = await runKubectl(scene, [
    'rollout',
    'history',
    'deployment/chat',
  ]);
  return [...stdout.matchAll(/^(\d+)\s/gm)].map(([, number]) => Number(number));
}
