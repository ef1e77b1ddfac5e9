import type { Pod } from '../objects';

/** How a pod's containers turn out. */
export type Outcome =
  | 'ready'
  | 'slow'
  | 'never-ready'
  | 'crash'
  | 'image-error'
  | 'oom'
  | 'held-back';

/** What a pod is going to do, as its annotations or its image's tag say. */
export interface Behaviour {
  outcome: Outcome;
  /** Milliseconds from the start of the containers until they are ready. */
  readyAfterMs: number;
}

/** Annotation with the outcome. */
export const BEHAVIOUR_ANNOTATION = 'sandbox.eks-deploy/behaviour';
/** Annotation with the time until ready, e.g. `30s`, `500ms`, `2m`. */
export const READY_AFTER_ANNOTATION = 'sandbox.eks-deploy/ready-after';

const OUTCOMES: Outcome[] = [
  'never-ready',
  'image-error',
  'ready',
  'slow',
  'crash',
  'oom',
  'held-back',
];
const SLOW_MS = 30_000;

/** Annotations win over the tag: `…:1.4.0-crash` crashes unless an annotation says otherwise. */
export function behaviourOf(pod: Pod, podReadyMs: number): Behaviour {
  const { annotations = {} } = pod.metadata;
  const outcome =
    OUTCOMES.find(name => name === annotations[BEHAVIOUR_ANNOTATION]) ??
    outcomeOfTags(pod) ??
    'ready';
  return {
    outcome,
    readyAfterMs:
      parseDuration(annotations[READY_AFTER_ANNOTATION]) ??
      (outcome === 'slow' ? SLOW_MS : podReadyMs),
  };
}

function outcomeOfTags(pod: Pod): Outcome | undefined {
  const tags = pod.spec.containers.map(({ image }) => tagOf(image));
  return OUTCOMES.find(
    outcome =>
      outcome !== 'ready' && tags.some(tag => tag.endsWith(`-${outcome}`)),
  );
}

function tagOf(image: string): string {
  const [reference] = image.split('@');
  return /:([^/:]+)$/.exec(reference)?.[1] ?? '';
}

function parseDuration(text: string | undefined): number | undefined {
  const parsed = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text ?? '');
  if (!parsed) return undefined;
  const unit = { ms: 1, s: 1000, m: 60_000 }[parsed[2]] ?? 1000;
  return Number(parsed[1]) * unit;
}
