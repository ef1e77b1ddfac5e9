import { runContract, type Party } from '../contract/runContract';
import { behaviours } from './behaviours';
import { startControlPlaneCluster } from './clusters/controlPlane';
import { useKubeconfigCluster } from './clusters/kubeconfig';
import { startSandboxCluster } from './clusters/sandbox';
import { toParty } from './toParty';
import type { Scene } from './Scene';

const { E2E_KUBECONFIG } = process.env;

const parties: Party<Scene>[] = [
  {
    name: 'control-plane',
    start: signal =>
      toParty(
        startControlPlaneCluster({
          signal,
          onProgress: message => console.error(`… ${message}`),
        }),
      ),
  },
  { name: 'sandbox', start: () => toParty(startSandboxCluster()) },
];
if (E2E_KUBECONFIG) {
  parties.push({
    name: 'kubeconfig',
    start: () => toParty(useKubeconfigCluster(E2E_KUBECONFIG)),
  });
}

runContract({
  command: './yarnw e2e',
  about: `Holds a real control plane of Kubernetes and the sandbox to the same behaviour, and prints where they keep to it.
E2E_KUBECONFIG=FILE adds the party kubeconfig: the cluster of that file's current context.`,
  parties,
  behaviours,
  // Most of a behaviour's time is waiting.
  atOnce: 6,
});
