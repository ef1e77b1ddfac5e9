import { conditionOf, Rollout } from '../../cluster-contract/Rollout';
import type { Scene } from '../../cluster-contract/Scene';
import type { Case } from '../Case';
import { holdVerdict } from '../holdVerdict';
import { startWebhook } from '../startWebhook';

const REFUSAL = 'images come from our own registry';
const WEBHOOKS =
  '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations';

/** Who else than the API server itself lets no pod in. */
export const refusals: Case[] = [
  {
    name: 'webhook-refusal',
    departs: { sandbox: 'the sandbox calls no admission webhooks' },
    async bringAbout(scene) {
      await refusePods(scene);
      await Rollout.begin(scene, { replicas: 3 });
      await Rollout.of(scene).until('every pod is refused', seen =>
        Boolean(
          conditionOf(seen, 'ReplicaFailure')?.message?.includes(REFUSAL),
        ),
      );
    },
    hold: scene => holdVerdict(scene, { is: 'creating', cause: 'admission' }),
  },
];

/** Puts a webhook before the pods of this namespace, and waits until the API server knows of it. */
async function refusePods(scene: Scene): Promise<void> {
  const { url, ca } = await startWebhook(REFUSAL);
  await scene.must(WEBHOOKS, {
    method: 'POST',
    body: {
      metadata: { name: scene.namespace },
      webhooks: [
        {
          name: 'registry.example.com',
          clientConfig: { url, caBundle: Buffer.from(ca).toString('base64') },
          rules: [
            {
              apiGroups: [''],
              apiVersions: ['v1'],
              operations: ['CREATE'],
              resources: ['pods'],
            },
          ],
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': scene.namespace },
          },
          admissionReviewVersions: ['v1'],
          sideEffects: 'None',
          timeoutSeconds: 5,
        },
      ],
    },
  });
  const pod = {
    metadata: { name: 'probe' },
    spec: { containers: [{ name: 'app', image: 'example.com/chat:1' }] },
  };
  await scene.eventually('the webhook is asked', async () => {
    const { status } = await scene.ask(`${scene.path('pods')}?dryRun=All`, {
      method: 'POST',
      body: pod,
    });
    return status >= 400;
  });
}
