/**
 * A laptop-sized stand-in for two EKS clusters, GitHub and AWS.
 *
 * @packageDocumentation
 */
export {
  DEFAULT_PORTS,
  startSandbox,
  type Sandbox,
  type SandboxCluster,
  type SandboxOptions,
  type SandboxService,
} from './sandbox';
export { startCluster, type Cluster } from './cluster';
