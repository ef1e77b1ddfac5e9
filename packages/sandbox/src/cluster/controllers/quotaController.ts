import { usedOf } from '../admission/quota';
import { keyOf } from '../objects';
import { resources } from '../storage';
import {
  itself,
  runController,
  type Controller,
  type ControllerContext,
} from './controller';

/** Keeps the counts that a ResourceQuota shows; what it refuses is counted anew for each pod. */
export function runQuotaController(context: ControllerContext): Controller {
  const { registry } = context;
  return runController(
    context,
    [
      { type: resources.resourceQuotas, keysOf: itself },
      {
        type: resources.pods,
        keysOf: ({ metadata }) =>
          registry
            .list(resources.resourceQuotas, metadata.namespace)
            .map(keyOf),
      },
    ],
    key => {
      const quota = registry.find(resources.resourceQuotas, key);
      if (!quota) return undefined;
      const pods = registry.list(resources.pods, key.namespace);
      registry.modify(
        resources.resourceQuotas,
        key,
        draft => {
          draft.status = {
            hard: quota.spec?.hard ?? {},
            used: usedOf(quota, pods),
          };
        },
        { subresource: 'status' },
      );
      return undefined;
    },
  );
}
