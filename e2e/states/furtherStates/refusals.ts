import { freePort } from '@eks-deploy/control-plane';
import { conditionOf, Rollout } from '../../cluster-contract/Rollout';
import type { Scene } from '../../cluster-contract/Scene';
import { podsOnce, runsImage } from '../../record/podActs';
import { next } from '../../record/release';
import { expectEqual } from '../../smoke/expectEqual';
import { addPolicy, addWebhook, type Refused } from '../admission';
import type { Case } from '../Case';
import type { Finding } from '../Finding';
import { holdVerdict } from '../holdVerdict';
import type { PortalScene } from '../PortalScene';
import { startWebhook } from '../startWebhook';
import type { ExpectedVerdict } from '../verdicts';

const REFUSAL = 'images come from our own registry';
const UNREACHABLE = 'mpod.elbv2.example.com';
const POLICY = 'no-first-release';

const departs = { sandbox: 'the sandbox calls no admission webhooks' };
const newPods: Refused = { plural: 'pods', operations: ['CREATE'] };

/** Who else than the API server itself lets no pod in. */
export const refusals: Case[] = [
  {
    name: 'webhook-refusal',
    departs,
    async bringAbout(scene) {
      const { url, ca } = await startWebhook(REFUSAL);
      await addWebhook(scene, newPods, {
        name: 'registry.example.com',
        clientConfig: { url, caBundle: Buffer.from(ca).toString('base64') },
      });
      await beginRefused(scene, REFUSAL);
    },
    hold: scene =>
      holdNamed(
        scene,
        { is: 'creating', cause: 'admission' },
        { policy: 'registry.example.com' },
      ),
  },
  {
    name: 'webhook-without-server',
    departs,
    async bringAbout(scene) {
      const { namespace } = scene;
      await addWebhook(scene, newPods, {
        name: UNREACHABLE,
        clientConfig: {
          service: { namespace, name: 'nowhere', path: '/pods' },
        },
      });
      await beginRefused(scene, UNREACHABLE);
    },
    hold: holdUnreachable,
  },
  {
    name: 'webhook-on-closed-port',
    departs,
    async bringAbout(scene) {
      const url = `https://127.0.0.1:${await freePort()}/pods`;
      await addWebhook(scene, newPods, {
        name: UNREACHABLE,
        clientConfig: { url },
      });
      await beginRefused(scene, UNREACHABLE);
    },
    hold: holdUnreachable,
  },
  {
    name: 'policy-denial',
    departs: { sandbox: 'the sandbox evaluates no admission policies' },
    async bringAbout(scene) {
      await addPolicy(scene, newPods, {
        name: POLICY,
        validation: {
          expression:
            "!object.spec.containers.exists(c, c.image.endsWith(':1'))",
          message: REFUSAL,
        },
      });
      await beginRefused(scene, REFUSAL);
    },
    hold: scene =>
      holdNamed(
        scene,
        { is: 'creating', cause: 'admission' },
        { policy: POLICY },
      ),
  },
  {
    name: 'refused-before',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, { replicas: 3 });
      await rollout.complete();
      await enforcePodSecurity(scene, 'restricted');
      await rollout.setImage('example.com/chat:2');
      await rollout.until('every new pod is refused', seen =>
        Boolean(conditionOf(seen, 'ReplicaFailure')),
      );
      await enforcePodSecurity(scene, null);
      const image = next('image-error');
      await rollout.setImage(image);
      await podsOnce(
        scene,
        1,
        pod =>
          runsImage(image)(pod) &&
          pod.status.containerStatuses?.[0]?.state.waiting?.reason ===
            'ImagePullBackOff',
      );
    },
    hold: scene =>
      holdNamed(
        scene,
        { is: 'creating', cause: 'image-pull', note: 'rollover' },
        { revision: 3 },
      ),
  },
];

async function beginRefused(scene: Scene, said: string): Promise<void> {
  const rollout = await Rollout.begin(scene, { replicas: 3 });
  await rollout.until('every pod is refused', seen =>
    Boolean(conditionOf(seen, 'ReplicaFailure')?.message?.includes(said)),
  );
}

function holdUnreachable(scene: PortalScene): Promise<Finding> {
  return holdNamed(
    scene,
    { is: 'creating', cause: 'webhook-unreachable' },
    { webhook: UNREACHABLE },
  );
}

/** Holds the verdict, and whom its cause names. */
async function holdNamed(
  scene: PortalScene,
  expected: ExpectedVerdict,
  named: { policy?: string; webhook?: string; revision?: number },
): Promise<Finding> {
  const finding = await holdVerdict(scene, expected);
  const { rollout } = await scene.askPortal();
  const { cause } = rollout?.status ?? {};
  expectEqual(
    [cause?.revision, cause?.policy, cause?.webhook],
    [named.revision ?? 1, named.policy, named.webhook],
    'are named',
  );
  return {
    ...finding,
    said: `of revision ${cause?.revision}: ${cause?.message}`,
  };
}

async function enforcePodSecurity(
  scene: Scene,
  level: string | null,
): Promise<void> {
  await scene.must(`/api/v1/namespaces/${scene.namespace}`, {
    method: 'PATCH',
    contentType: 'application/merge-patch+json',
    body: {
      metadata: { labels: { 'pod-security.kubernetes.io/enforce': level } },
    },
  });
}
