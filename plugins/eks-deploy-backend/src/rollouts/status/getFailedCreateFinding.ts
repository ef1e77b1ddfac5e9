import type { RolloutCauseKind } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Finding } from './Finding';

/** What the API server says when it lets no pod in, from the most particular to the most general. */
const REFUSALS: Array<[says: RegExp, kind: RolloutCauseKind]> = [
  [/exceeded quota/, 'quota'],
  [
    /error looking up service account|serviceaccount ".*" not found/,
    'service-account',
  ],
  [
    /violates PodSecurity|denied the request|admission webhook|ValidatingAdmissionPolicy|is forbidden/,
    'admission',
  ],
];

/** Why the API server lets no pod in: of pods that it refuses no pod tells. */
export function getFailedCreateFinding(
  message: string,
  since: string | undefined,
): Finding {
  const kind =
    REFUSALS.find(([says]) => says.test(message))?.[1] ?? 'pods-not-created';
  return { kind, message: redactMessage(message), since };
}
