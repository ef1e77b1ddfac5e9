/*
 * The words by which a pod says how it turns out are those of the sandbox, so that one manifest brings about the same
 * on both: an annotation, or else the end of an image's tag.
 */
const annotation = (name: string) =>
  `.metadata.annotations["sandbox.eks-deploy/${name}"]`;

const OUTCOMES = [
  'never-ready',
  'image-error',
  'slow',
  'crash',
  'oom',
  // No stage makes its containers.
  'held-back',
];

/** jq expression of a pod's outcome: `ready`, or one of the others. */
export const outcomeOf = `${annotation(
  'behaviour',
)} // ([.spec.containers[].image | split("@")[0] | capture("-(?<outcome>${OUTCOMES.join(
  '|',
)})$").outcome] | first) // "ready"`;

/** jq expression of the time from a container's start until it is ready, e.g. `30s`. */
export const READY_AFTER = annotation('ready-after');

/** jq expression of where the containers are: `none`, `running`, `terminated`, or the reason why they wait. */
export const stateOf =
  '.status.containerStatuses[0].state | if .running then "running" elif .terminated then "terminated" else (.waiting.reason // "none") end';
