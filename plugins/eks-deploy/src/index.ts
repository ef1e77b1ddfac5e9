/**
 * Deploy tab, Rollout actions and wizard fields of EKS Deploy, for the older frontend system.
 *
 * @remarks
 * The plugin for the new frontend system is the default export of `@eks-deploy/backstage-plugin-eks-deploy/alpha`.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './plugin';
export { isDeployAvailable } from './tab/isDeployAvailable';
