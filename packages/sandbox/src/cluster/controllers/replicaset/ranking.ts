import { isReady, type Pod } from '../../objects';

/**
 * The pods to delete first, first: those that would be missed least. Unscheduled before scheduled, pending before
 * running, not ready before ready, cheaper by `pod-deletion-cost`, on the fuller node, ready for the shorter time,
 * restarted more often, younger.
 */
export function rankForDeletion(pods: Pod[], related: Pod[] = pods): Pod[] {
  const onNode = new Map<string, number>();
  for (const { spec } of related) {
    const node = spec.nodeName ?? '';
    onNode.set(node, (onNode.get(node) ?? 0) + 1);
  }
  const criteria: ((pod: Pod) => number)[] = [
    pod => (pod.spec.nodeName ? 1 : 0),
    pod => ['Pending', 'Unknown', 'Running'].indexOf(pod.status.phase),
    pod => (isReady(pod) ? 1 : 0),
    deletionCost,
    pod => -(onNode.get(pod.spec.nodeName ?? '') ?? 0),
    pod => (isReady(pod) ? -readySince(pod) : 0),
    pod => -restarts(pod),
    pod => -Date.parse(pod.metadata.creationTimestamp),
  ];
  return [...pods].sort((a, b) => {
    for (const criterion of criteria) {
      const difference = criterion(a) - criterion(b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function deletionCost({ metadata }: Pod): number {
  const cost =
    metadata.annotations?.['controller.kubernetes.io/pod-deletion-cost'];
  return Number(cost ?? 0) || 0;
}

function readySince({ status }: Pod): number {
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  return Date.parse(ready?.lastTransitionTime ?? '') || 0;
}

function restarts({ status }: Pod): number {
  const counts = (status.containerStatuses ?? []).map(
    ({ restartCount }) => restartCount,
  );
  return Math.max(0, ...counts);
}
