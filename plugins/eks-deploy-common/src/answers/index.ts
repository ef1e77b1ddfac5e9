export * from './findEnvironmentProblems';
export * from './findReplicaProblems';
export { parseEksClusterArn, type EksClusterArn } from './parseEksClusterArn';
