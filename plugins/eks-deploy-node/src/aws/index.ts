export * from './createEcrImageLister';
export * from './createEksClusterLister';
export { parseEcrImage } from './parseEcrImage';
export type { EcrImageReference } from './parseEcrImage';
export { toAwsError } from './toAwsError';
