export { parseEksClusterArn } from './parseEksClusterArn';
