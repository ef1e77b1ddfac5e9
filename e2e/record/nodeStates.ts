import { conditionOf, Rollout } from '../cluster-contract/Rollout';
import { listPods } from './podActs';
import { available, beginRecreating, replaceAll } from './release';
import type { State } from './State';

/** The node controller waits 50 s for a sign of a node's life. */
const NODE_LOST_MS = 120_000;

/** What becomes of pods when nothing is heard of their nodes any more. */
export const nodeStates: State[] = [
  {
    name: 'node-lost',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.complete();
    },
    async goOnWithoutKubelets(scene) {
      await scene.eventually(
        'no pod is ready',
        async () =>
          (
            await listPods(scene)
          ).every(pod => conditionOf(pod, 'Ready')?.status !== 'True'),
        NODE_LOST_MS,
      );
      const path = scene.path('deployments', 'chat');
      await scene.eventually(
        'none counts as available',
        async () => !available(await scene.must(path)),
      );
    },
  },
  {
    name: 'stuck-on-lost-node',
    bringAbout: beginRecreating,
    goOnWithoutKubelets: replaceAll,
  },
];
