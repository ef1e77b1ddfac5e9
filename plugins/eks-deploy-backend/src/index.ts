/**
 * Backend of EKS Deploy: Rollouts, commands and their records.
 *
 * @packageDocumentation
 */
export { eksDeployPlugin as default } from './plugin';
