export * from './EksClusterPicker';
export * from './GithubRepositoryPicker';
export * from './schema';
export * from './validateEksCluster';
