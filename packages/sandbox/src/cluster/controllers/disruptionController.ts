import {
  isObject,
  isReady,
  valueAt,
  type KubeObject,
  type LabelSelector,
} from '../objects';
import { matchesSelector, resources } from '../storage';
import {
  itself,
  runController,
  type Controller,
  type ControllerContext,
} from './controller';

/** Keeps the counts of PodDisruptionBudgets, which evictions would go by. */
export function runDisruptionController(
  context: ControllerContext,
): Controller {
  const { registry } = context;
  const type = registry.catalog.get({
    group: 'policy',
    version: 'v1',
    plural: 'poddisruptionbudgets',
  });
  return runController(
    context,
    [
      { type, keysOf: itself },
      {
        type: resources.pods,
        keysOf: ({ metadata }) =>
          registry.list(type, metadata.namespace).map(budget => ({
            namespace: budget.metadata.namespace,
            name: budget.metadata.name,
          })),
      },
    ],
    key => {
      const budget = registry.find(type, key);
      const selector = valueAt(budget?.spec, 'selector');
      if (!budget || !isObject(selector)) return undefined;
      const selects = matchesSelector(selector as LabelSelector);
      const pods = registry
        .list(resources.pods, key.namespace)
        .filter(pod => selects(pod.metadata.labels));
      const healthy = pods.filter(isReady).length;
      const desired = desiredHealthy(budget, pods.length);
      registry.modify(
        type,
        key,
        draft => {
          draft.status = {
            observedGeneration: budget.metadata.generation,
            currentHealthy: healthy,
            desiredHealthy: desired,
            expectedPods: pods.length,
            disruptionsAllowed: Math.max(0, healthy - desired),
          };
        },
        { subresource: 'status' },
      );
      return undefined;
    },
  );
}

function desiredHealthy({ spec }: KubeObject, expected: number): number {
  const min = valueAt(spec, 'minAvailable');
  if (min !== undefined) return countOf(min, expected);
  return expected - countOf(valueAt(spec, 'maxUnavailable') ?? 0, expected);
}

function countOf(value: unknown, expected: number): number {
  const percent = /^(\d+)%$/.exec(String(value));
  return percent
    ? Math.ceil((Number(percent[1]) * expected) / 100)
    : Number(value);
}
