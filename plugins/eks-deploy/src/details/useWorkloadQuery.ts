import { useApi } from '@backstage/core-plugin-api';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { eksDeployApiRef, type EksDeployApi, type WorkloadRef } from '../api';

/** Asks something about a Workload, and again whenever `basis` is another, e.g. its Rollout with every change that the stream tells. */
export function useWorkloadQuery<T extends object>(
  query: (api: EksDeployApi, workloadRef: WorkloadRef) => Promise<T>,
  workloadRef: WorkloadRef,
  basis?: Rollout | number,
) {
  const api = useApi(eksDeployApiRef);
  const { entityRef, environment, workload } = workloadRef;
  return useAsyncRetry(
    () => query(api, { entityRef, environment, workload }),
    [api, entityRef, environment, workload, basis],
  );
}
