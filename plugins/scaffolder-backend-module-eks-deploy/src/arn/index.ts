export { parseEksClusterArn } from './parseEksClusterArn';
export type { EksClusterArn } from './parseEksClusterArn';
