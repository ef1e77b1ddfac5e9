/**
 * Backend of EKS Deploy: Rollouts, commands and their records.
 *
 * @packageDocumentation
 */
export { eksDeployFeature as default } from './feature';
export { kubernetesStreamsModule } from './kubernetesStreams';
