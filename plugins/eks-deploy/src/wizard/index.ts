export * from './AsItIs';
export * from './EksClusterPicker';
export * from './EksEnvironments';
export * from './GithubRepositoryPicker';
export * from './schema';
export * from './validateAnswers';
export * from './validateEksCluster';
