import type { RolloutCause } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Finding } from './Finding';

/** Names come early in what the API server says; a webhook's own words may be of any length. */
const MOST_MATCHED = 2_000;

/** What controllers write before the API server's own words, in events and where a ReplicaSet can't be created. */
const CREATING =
  /^(?:Error creating: |create Pod \S{1,253} in StatefulSet \S{1,253} failed error: |Failed to create new replica set "[^"]{1,253}": )/;

type Refusal = Pick<RolloutCause, 'kind' | 'policy' | 'webhook'>;

/**
 * What the API server says when it creates no pod. The first that matches decides, so that the words of a policy, which
 * may be anything, can't be taken for the API server's own.
 */
const REFUSALS: Array<[says: RegExp, toRefusal: (name?: string) => Refusal]> = [
  [
    /^(?:Internal error occurred: )?failed calling (?:admission )?webhook "([^"]{1,253})"/,
    webhook => ({ kind: 'webhook-unreachable', webhook }),
  ],
  [
    /^admission webhook "([^"]{1,253})" denied the request/,
    policy => ({ kind: 'admission', policy }),
  ],
  [
    /^(?:\S{1,300}(?: "[^"]{0,300}")? is forbidden: )?(?:(?:Validating|Mutating)AdmissionPolicy|policy) ["']([^"']{1,253})["']/,
    policy => ({ kind: 'admission', policy }),
  ],
  [
    /violates (PodSecurity "[^"]{1,253}")/,
    policy => ({ kind: 'admission', policy }),
  ],
  [/exceeded quota: ([\w.-]{1,253})/, policy => ({ kind: 'quota', policy })],
  [/exceeded quota|failed quota/, () => ({ kind: 'quota' })],
  [
    /error looking up service account|serviceaccount "[^"]{1,253}" not found/,
    () => ({ kind: 'service-account' }),
  ],
  // The controller's own rights, or a namespace that goes away: no rule about the pod.
  [
    /is forbidden: (?:User "|unable to create new content)/,
    () => ({ kind: 'pods-not-created' }),
  ],
  [/is forbidden/, () => ({ kind: 'admission' })],
];

/** Policy engines are one webhook for many policies, and name the one that denied behind it. */
const ENGINE_POLICIES = [
  // Gatekeeper: `denied the request: [policy] …`
  /denied the request: \[([^\]]{1,253})\]/,
  // Kyverno: `… blocked due to the following policies policy: rule: …`
  /due to the following policies\s{1,9}([\w.-]{1,253}):/,
];

/** Why the API server creates no pod: of pods that it refuses no pod tells. */
export function getFailedCreateFinding(
  message: string,
  since: string | undefined,
): Finding {
  const text = message.slice(0, MOST_MATCHED).replace(CREATING, '');
  return { ...getRefusal(text), message: redactMessage(message), since };
}

function getRefusal(text: string): Refusal {
  for (const [says, toRefusal] of REFUSALS) {
    const found = says.exec(text);
    if (found) {
      const refusal = toRefusal(found[1]);
      return refusal.kind === 'admission'
        ? { ...refusal, policy: findEnginePolicy(text) ?? refusal.policy }
        : refusal;
    }
  }
  return { kind: 'pods-not-created' };
}

function findEnginePolicy(text: string): string | undefined {
  return text.startsWith('admission webhook ')
    ? ENGINE_POLICIES.flatMap(says => says.exec(text)?.[1] ?? [])[0]
    : undefined;
}
