/**
 * Deploy tab, Rollout actions and wizard fields of EKS Deploy, for the new frontend system.
 *
 * @packageDocumentation
 */
export { eksDeployPlugin as default } from './plugin';
