import {
  startControlPlane,
  type ControlPlane,
} from '@eks-deploy/control-plane';
import type { ClusterUnderTest } from '../ClusterUnderTest';

export type ControlPlaneCluster = ClusterUnderTest &
  Pick<ControlPlane, 'pidOf'>;

/** A control plane of its own, built first where it was never built. */
export async function startControlPlaneCluster(options: {
  onProgress: (message: string) => void;
  signal: AbortSignal;
}): Promise<ControlPlaneCluster> {
  const controlPlane = await startControlPlane(options);
  return {
    ...controlPlane,
    name: 'control plane',
    simulatesPods: true,
    namespacePrefix: 'contract',
  };
}
