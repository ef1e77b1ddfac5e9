/**
 * How EKS Deploy reaches clusters, GitHub and AWS.
 *
 * @packageDocumentation
 */
export * from './aws';
export * from './clusters';
export * from './config';
export * from './github';
export * from './messages';
export { OutcomeUnknownError } from './OutcomeUnknownError';
