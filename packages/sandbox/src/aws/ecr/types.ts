import { ImageStore } from '../imageStore';
import { AwsAccount } from '../types';

/** The part of ECR's JSON requests that the stand-in reads. */
export interface EcrRequest {
  registryId?: string;
  repositoryName?: string;
  repositoryNames?: string[];
  imageTagMutability?: string;
  imageIds?: ImageId[];
  imageManifest?: string;
  imageManifestMediaType?: string;
  imageTag?: string;
  filter?: { tagStatus?: string };
  maxResults?: number;
  nextToken?: string;
}

export interface ImageId {
  imageTag?: string;
  imageDigest?: string;
}

/** What an operation works with. */
export interface EcrContext {
  images: ImageStore;
  account: AwsAccount;
  /** The one that the request is signed for; repositories are in the account's only. */
  region: string;
}

export type Operation = (request: EcrRequest, context: EcrContext) => object;
