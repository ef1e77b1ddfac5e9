import { stringify } from 'yaml';
import { nodeStages } from './nodeStages';
import { podStages } from './podStages';
import type { Stage } from './stage';

/** The configuration of KWOK: how nodes and pods live, and what containers print. */
export function formatKwokConfig(podReadyMs: number, podLog: string): string {
  const stages = [...nodeStages(), ...podStages(podReadyMs)].map(toResource);
  return [...stages, toLogs(podLog)]
    .map(resource => stringify(resource))
    .join('---\n');
}

/** The same for every container, the runs before this one too. */
function toLogs(podLog: string) {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterLogs',
    metadata: { name: 'every-pod' },
    spec: {
      logs: [{ logsFile: podLog, previousLogsFile: podLog, follow: true }],
    },
  };
}

function toResource(stage: Stage) {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name: stage.name },
    spec: {
      resourceRef: { apiGroup: 'v1', kind: stage.kind },
      selector: {
        matchExpressions: stage.when.map(({ key, in: values, exists }) =>
          values
            ? { key, operator: 'In', values }
            : { key, operator: exists ? 'Exists' : 'DoesNotExist' },
        ),
      },
      ...(stage.afterMs !== undefined && {
        delay: {
          durationMilliseconds: stage.afterMs,
          ...(stage.afterFrom && {
            durationFrom: { expressionFrom: stage.afterFrom },
          }),
        },
      }),
      next: {
        ...(stage.event && { event: stage.event }),
        ...(stage.status && { statusTemplate: stage.status }),
        ...(stage.deletes && { delete: true }),
      },
    },
  };
}
