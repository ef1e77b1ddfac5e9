import type { aDeployment } from '../cluster-contract/manifests';
import type { Deployment, Pod } from '../cluster-contract/objects';
import { Rollout } from '../cluster-contract/Rollout';
import type { Scene } from '../cluster-contract/Scene';
import { listPods } from './podActs';

/** What stands in the way of the next image, as its pods' stages read it. */
export const next = (outcome: string) => `example.com/chat:2-${outcome}`;

/** The readiness gate of a load balancer's target. */
export const GATE = 'target-health.elbv2.k8s.aws/chat';

export const available = ({ status }: Deployment) =>
  status.availableReplicas ?? 0;

/** A complete Deployment of three pods, and then another image for it. */
export async function release(
  scene: Scene,
  image: string,
  options: Parameters<typeof aDeployment>[0] = {},
): Promise<Rollout> {
  const rollout = await Rollout.begin(scene, { replicas: 3, ...options });
  await rollout.complete();
  await rollout.setImage(image);
  return rollout;
}

/** A pod counts as stuck 30 s after its grace. */
const STUCK_AFTER_MS = 31_000;
const STUCK_WITHIN_MS = 120_000;

/** A complete Deployment of three pods, of which a new one is made only when the old ones are gone. */
export async function beginRecreating(scene: Scene): Promise<void> {
  const strategy = { type: 'Recreate' };
  const rollout = await Rollout.begin(scene, { replicas: 3, strategy });
  await rollout.complete();
}

/** Another image for it, until its pods are still there long after their grace. */
export async function replaceAll(scene: Scene): Promise<void> {
  await Rollout.of(scene).setImage('example.com/chat:2');
  await scene.eventually(
    'all are past their grace',
    async () => {
      const pods = await listPods(scene);
      return pods.length > 0 && pods.every(isStuck);
    },
    STUCK_WITHIN_MS,
  );
}

function isStuck({ metadata }: Pod): boolean {
  const graceEndsAt = Date.parse(metadata.deletionTimestamp ?? '');
  return Date.now() - graceEndsAt > STUCK_AFTER_MS;
}
