import {
  startControlPlane,
  type ControlPlane,
} from '@eks-deploy/control-plane';
import { startSandbox, type Sandbox } from '@eks-deploy/sandbox';
import type { PortalPorts } from './ports';

/** What can stand for the EKS clusters: the sandbox's own, or two real control planes. */
export const clusterKinds = ['sandbox', 'control-plane'] as const;
export type ClusterKind = (typeof clusterKinds)[number];

/** Everything that the portal talks to. */
export interface Outside {
  sandbox: Sandbox;
  /** Rejects, in a sentence, if a part of it ends before {@link Outside.stop}. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts the sandbox, with its own clusters or with real control planes in their place.
 *
 * @throws Error in a sentence, with nothing left running.
 */
export async function startOutside(options: {
  cluster: ClusterKind;
  stateDir: string;
  ports: PortalPorts;
  onProgress: (message: string) => void;
  signal?: AbortSignal;
}): Promise<Outside> {
  const { cluster, stateDir, ports, onProgress, signal } = options;
  const controlPlanes: ControlPlane[] = [];
  const stop = async () => {
    await Promise.all(controlPlanes.map(({ stop: end }) => end()));
  };
  const start = async (name: 'staging' | 'production') => {
    onProgress(`starting a real control plane: ${name}`);
    const started = await startControlPlane({ name, onProgress, signal });
    controlPlanes.push(started);
    return started;
  };
  try {
    // One after the other: the first start may have to build their programs.
    const clusters =
      cluster === 'control-plane'
        ? {
            staging: await start('staging'),
            production: await start('production'),
          }
        : undefined;
    onProgress(
      clusters
        ? 'starting the sandbox: GitHub, AWS'
        : 'starting the sandbox: two EKS clusters, GitHub, AWS',
    );
    const sandbox = await startSandbox({ stateDir, ports, clusters });
    return {
      sandbox,
      failed: anyOf(controlPlanes.map(({ failed }) => failed)),
      async stop() {
        await sandbox.stop();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Of no promises at all, one that never settles. */
function anyOf(failures: Array<Promise<never>>): Promise<never> {
  return Promise.race([...failures, new Promise<never>(() => {})]);
}
