export { startCluster, type Cluster, type ClusterOptions } from './cluster';
export { formatKubeconfig, type KubeconfigEntry } from './kubeconfig';
export {
  BEHAVIOUR_ANNOTATION,
  READY_AFTER_ANNOTATION,
  TIER_LABEL,
  type ImageSource,
} from './kubelet';
export type { LoggerService } from './logger';
export type { NewObject, Registry } from './registry';
export type * from './objects';
export { resources } from './storage';
