import type { Node, NodeSelectorTerm, Pod } from '../objects';

/** The node label that says which tier a node group is for. */
export const TIER_LABEL = 'eks-deploy/tier';

/** The node a pod fits best on, or nothing when none will take it. */
export function chooseNode(
  pod: Pod,
  nodes: Node[],
  pods: Pod[],
): Node | undefined {
  const load = (node: Node) =>
    pods.filter(({ spec }) => spec.nodeName === node.metadata.name).length;
  return nodes
    .filter(node => !node.spec.unschedulable && isAllowed(pod, node))
    .sort(
      (a, b) =>
        preference(pod, b) - preference(pod, a) ||
        load(a) - load(b) ||
        (a.metadata.name < b.metadata.name ? -1 : 1),
    )[0];
}

function isAllowed({ spec }: Pod, node: Node): boolean {
  const labels = node.metadata.labels ?? {};
  const selected = Object.entries(spec.nodeSelector ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
  const required =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      ?.nodeSelectorTerms;
  return (
    selected &&
    (!required ||
      required.some(({ matchExpressions = [] }) =>
        matchExpressions.every(term => isMet(term, labels)),
      ))
  );
}

/** The weight of the pod's own preferences; without any, its tier decides. */
function preference(pod: Pod, node: Node): number {
  const labels = node.metadata.labels ?? {};
  const preferred =
    pod.spec.affinity?.nodeAffinity
      ?.preferredDuringSchedulingIgnoredDuringExecution;
  if (!preferred?.length) {
    const tier = pod.metadata.labels?.['app.kubernetes.io/component'];
    return tier !== undefined && labels[TIER_LABEL] === tier ? 1 : 0;
  }
  return preferred
    .filter(({ preference: { matchExpressions = [] } }) =>
      matchExpressions.every(term => isMet(term, labels)),
    )
    .reduce((sum, { weight }) => sum + weight, 0);
}

function isMet(
  { key, operator, values = [] }: NodeSelectorTerm,
  labels: Record<string, string>,
): boolean {
  switch (operator) {
    case 'In':
      return values.includes(labels[key]);
    case 'NotIn':
      return !values.includes(labels[key]);
    case 'Exists':
      return key in labels;
    case 'DoesNotExist':
      return !(key in labels);
    default:
      return false;
  }
}
