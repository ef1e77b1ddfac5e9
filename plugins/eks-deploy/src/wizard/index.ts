export * from './EksClusterPicker';
export * from './validateEksCluster';
export * from './schema';
