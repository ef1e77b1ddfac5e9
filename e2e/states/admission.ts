import { aDeployment } from '../cluster-contract/manifests';
import type { Scene } from '../cluster-contract/Scene';

const REGISTRATION = '/apis/admissionregistration.k8s.io/v1';

/** What stands in the way of writes in a scene's namespace. */
export interface Refused {
  plural: 'pods' | 'deployments';
  operations: Array<'CREATE' | 'UPDATE'>;
}

const RULES = {
  pods: { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] },
  deployments: {
    apiGroups: ['apps'],
    apiVersions: ['v1'],
    resources: ['deployments'],
  },
};

const ruleOf = ({ plural, operations }: Refused) => ({
  ...RULES[plural],
  operations,
});

const only = ({ namespace }: Scene) => ({
  matchLabels: { 'kubernetes.io/metadata.name': namespace },
});

/** Puts a webhook before such writes, and waits until the API server knows of it. */
export async function addWebhook(
  scene: Scene,
  refused: Refused,
  webhook: { name: string; clientConfig: object },
): Promise<void> {
  await scene.must(`${REGISTRATION}/validatingwebhookconfigurations`, {
    method: 'POST',
    body: {
      metadata: { name: scene.namespace },
      webhooks: [
        {
          ...webhook,
          rules: [ruleOf(refused)],
          namespaceSelector: only(scene),
          admissionReviewVersions: ['v1'],
          sideEffects: 'None',
          timeoutSeconds: 5,
        },
      ],
    },
  });
  await untilRefused(scene, refused);
}

/** Puts a ValidatingAdmissionPolicy before such writes, and waits until the API server goes by it. */
export async function addPolicy(
  scene: Scene,
  refused: Refused,
  policy: {
    name: string;
    validation: { expression: string; message: string; reason?: string };
  },
): Promise<void> {
  const { name, validation } = policy;
  await scene.must(`${REGISTRATION}/validatingadmissionpolicies`, {
    method: 'POST',
    body: {
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          namespaceSelector: only(scene),
          resourceRules: [ruleOf(refused)],
        },
        validations: [validation],
      },
    },
  });
  await scene.must(`${REGISTRATION}/validatingadmissionpolicybindings`, {
    method: 'POST',
    body: {
      metadata: { name },
      spec: { policyName: name, validationActions: ['Deny'] },
    },
  });
  await untilRefused(scene, refused);
}

/** Both come into force a moment after they were created. */
async function untilRefused(
  scene: Scene,
  { plural, operations: [operation] }: Refused,
): Promise<void> {
  const { template } = aDeployment().spec;
  const body =
    plural === 'pods'
      ? { metadata: { name: 'probe' }, spec: template.spec }
      : { spec: { template } };
  await scene.eventually('such a write is refused', async () => {
    const { status } = await (operation === 'CREATE'
      ? scene.ask(`${scene.path(plural)}?dryRun=All`, { method: 'POST', body })
      : scene.ask(`${scene.path(plural, 'chat')}?dryRun=All`, {
          method: 'PATCH',
          contentType: 'application/strategic-merge-patch+json',
          body,
        }));
    return status >= 400;
  });
}
