export * from './cluster';
export * from './json';
export * from './meta';
export * from './pods';
export * from './random';
export * from './time';
export * from './workloads';
