/**
 * What both sides of EKS Deploy say: annotations, permissions, API types and client.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './answers';
export * from './api';
export * from './client';
export * from './permissions';
export type {
  components,
  operations,
  paths,
} from './schema/openapi/generated/types';
export * from './stream';
export * from './targetRef';
