export * from './ClusterClient';
export * from './createProxyClusterClient';
export * from './errors';
export * from './streamsHeader';
export * from './toClusterError';
