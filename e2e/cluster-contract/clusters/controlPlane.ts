import { startControlPlane } from '@eks-deploy/control-plane';
import type { HaltableCluster } from '../HaltableCluster';

/** A control plane of its own, built first where it was never built. */
export async function startControlPlaneCluster(options: {
  onProgress: (message: string) => void;
  signal: AbortSignal;
}): Promise<HaltableCluster> {
  const controlPlane = await startControlPlane(options);
  return {
    ...controlPlane,
    name: 'control plane',
    simulatesPods: true,
    namespacePrefix: 'contract',
    async haltKubelets() {
      process.kill(controlPlane.pidOf('kwok'), 'SIGSTOP');
    },
    async haltControllers() {
      process.kill(controlPlane.pidOf('kube-controller-manager'), 'SIGSTOP');
    },
  };
}
