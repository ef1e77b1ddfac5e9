import type { aDeployment } from '../cluster-contract/manifests';
import type { Deployment } from '../cluster-contract/objects';
import { Rollout } from '../cluster-contract/Rollout';
import type { Scene } from '../cluster-contract/Scene';

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
