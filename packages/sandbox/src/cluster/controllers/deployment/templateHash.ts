import {
  isSameJson,
  isObject,
  SAFE_ALPHABET,
  type Deployment,
  type PodTemplate,
  type ReplicaSet,
} from '../../objects';
import { byCreation } from './rollingArithmetic';

/** The label that tells the pods of one revision from those of another. */
export const TEMPLATE_HASH = 'pod-template-hash';

/** The hash of a pod template. Its value differs from the one Go computes; it is as stable and as short. */
export function templateHash(
  template: PodTemplate,
  collisionCount = 0,
): string {
  let hash = 0x811c9dc5;
  const text = `${canonical(withoutHash(template))}${collisionCount || ''}`;
  for (const byte of Buffer.from(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return [...String(hash)]
    .map(digit => SAFE_ALPHABET[digit.charCodeAt(0) % SAFE_ALPHABET.length])
    .join('');
}

/** Whether two templates make the same pods: the hash label doesn't count. */
export function isSameTemplate(a: PodTemplate, b: PodTemplate): boolean {
  return isSameJson(withoutHash(a), withoutHash(b));
}

/** The ReplicaSet that makes what the Deployment wants; of twins, the oldest. */
export function findNewReplicaSet(
  deployment: Deployment,
  sets: ReplicaSet[],
): ReplicaSet | undefined {
  return [...sets]
    .sort(byCreation)
    .find(({ spec }) =>
      isSameTemplate(spec.template, deployment.spec.template),
    );
}

function withoutHash(template: PodTemplate): PodTemplate {
  const labels = { ...template.metadata?.labels };
  delete labels[TEMPLATE_HASH];
  return { ...template, metadata: { ...template.metadata, labels } };
}

/** JSON with sorted keys, so that the order in which fields were written doesn't matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    isObject(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
