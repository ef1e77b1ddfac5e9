export { startCluster, type Cluster } from './cluster';
export { formatKubeconfig } from './kubeconfig';
export { READY_AFTER_ANNOTATION } from './kubelet';
