import { useApi } from '@backstage/core-plugin-api';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { eksDeployApiRef, type EksDeployApi, type WorkloadRef } from '../api';

/** Asks something about a Workload, and again with every change of its Rollout that the stream tells. */
export function useWorkloadQuery<T extends object>(
  query: (api: EksDeployApi, workloadRef: WorkloadRef) => Promise<T>,
  workloadRef: WorkloadRef,
  rollout?: Rollout,
) {
  const api = useApi(eksDeployApiRef);
  const { entityRef, environment, workload } = workloadRef;
  return useAsyncRetry(
    () => query(api, { entityRef, environment, workload }),
    [api, entityRef, environment, workload, rollout],
  );
}
