export { startCluster, type Cluster } from './cluster';
export { formatKubeconfig } from './kubeconfig';
export { BEHAVIOUR_ANNOTATION, READY_AFTER_ANNOTATION } from './kubelet';
