import { judgement, Rollout } from '../../cluster-contract/Rollout';
import { runKubectl } from '../../cluster-contract/runKubectl';
import type { Scene } from '../../cluster-contract/Scene';
import { templateStrategy } from '../../record/manifests';
import { listPods } from '../../record/podActs';
import type { Case } from '../Case';
import type { Finding } from '../Finding';
import { expectNever, followTab } from '../followTab';
import { holdCompleteAt, holdVerdict } from '../holdVerdict';
import type { PortalScene } from '../PortalScene';
import type { ExpectedVerdict } from '../verdicts';

/** Longer than it takes to look at it. */
const READY_AFTER = { 'sandbox.eks-deploy/ready-after': '20s' };

/** Pods that come and go for another reason than a rollout: neither a deployment nor a degradation. */
export const scaling: Case[] = [
  {
    name: 'scaled-up',
    bringAbout: scene => complete(scene, 3),
    hold: scene =>
      holdHealthy(scene, () => scaleTo(scene, 4), {
        is: 'awaiting-availability',
        note: 'scaling',
      }),
  },
  {
    name: 'scaled-from-zero',
    async bringAbout(scene) {
      const rollout = await begin(scene, 0);
      await rollout.until(
        'it is done',
        seen =>
          judgement(seen, 'Progressing') === 'True NewReplicaSetAvailable',
      );
    },
    async hold(scene) {
      await holdVerdict(scene, { is: 'stopped' });
      return holdHealthy(scene, () => scaleTo(scene, 3), {
        is: 'awaiting-availability',
        note: 'scaling',
      });
    },
  },
  {
    name: 'scaled-down',
    bringAbout: scene => complete(scene, 4),
    hold: scene =>
      holdHealthy(scene, () => scaleTo(scene, 2), { is: 'complete' }),
  },
  {
    name: 'pods-replaced',
    bringAbout: scene => complete(scene, 3),
    hold: scene =>
      holdHealthy(scene, () => drain(scene), {
        is: 'awaiting-availability',
        note: 'replacing',
      }),
  },
];

function begin(scene: Scene, replicas: number): Promise<Rollout> {
  return Rollout.begin(scene, {
    replicas,
    strategy: templateStrategy,
    templateAnnotations: READY_AFTER,
  });
}

async function complete(scene: Scene, replicas: number): Promise<void> {
  await (await begin(scene, replicas)).complete();
}

async function scaleTo(scene: Scene, replicas: number): Promise<void> {
  const { code, stderr } = await runKubectl(scene, [
    'scale',
    'deployment/chat',
    `--replicas=${replicas}`,
  ]);
  if (code !== 0) {
    throw new Error(`kubectl scale says: ${stderr}`);
  }
}

/** Deletes the pods of one node, as a drain of it does; the sandbox has no evictions. */
async function drain(scene: Scene): Promise<void> {
  const pods = await listPods(scene);
  const [{ spec }] = pods;
  for (const pod of pods.filter(
    ({ spec: { nodeName } }) => nodeName === spec.nodeName,
  )) {
    await scene.must(scene.path('pods', pod.metadata.name), {
      method: 'DELETE',
    });
  }
}

/** Holds what it becomes, and that on the way to complete nobody was shown that anything is wrong. */
async function holdHealthy(
  scene: PortalScene,
  act: () => Promise<void>,
  expected: ExpectedVerdict,
): Promise<Finding> {
  const tab = followTab(scene);
  await act();
  const finding = await holdVerdict(scene, expected);
  await Rollout.of(scene).complete();
  await holdCompleteAt(scene, 1);
  expectNever(
    await tab.stop(),
    ({ is, cause }) => is === 'degraded' || is === 'failed' || Boolean(cause),
  );
  return { ...finding, said: 'never degraded on the way to complete' };
}
