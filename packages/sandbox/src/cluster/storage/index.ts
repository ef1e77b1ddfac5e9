export * from './apiError';
export * from './fieldSelector';
export * from './labelSelector';
export * from './resources';
export * from './resourceType';
export * from './stateFile';
export * from './store';
