import { ECR } from '@aws-sdk/client-ecr';
import { EKS } from '@aws-sdk/client-eks';
import { STS } from '@aws-sdk/client-sts';

/** The account and region that both parties are in. */
export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';

/** An AWS with the EKS clusters `production` and `staging`, for one behaviour alone. */
export interface AwsScene {
  endpoint: string;
  eks: EKS;
  ecr: ECR;
  sts: STS;
  /** A repository's name that nobody else uses; the repository is not there yet. */
  repository: string;
}

/** The clients of a region at an endpoint, with credentials that nobody checks. */
export function createClients(endpoint: string, region = REGION) {
  const options = {
    ...{ endpoint, region },
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    // What fails has failed: a second try only takes time.
    maxAttempts: 1,
  };
  return {
    eks: new EKS(options),
    ecr: new ECR(options),
    sts: new STS(options),
  };
}

export function createScene(endpoint: string, index: number): AwsScene {
  return {
    ...createClients(endpoint),
    endpoint,
    repository: `team-chat/contract-${index + 1}`,
  };
}

/** An image's manifest, another one for each content. */
export function aManifest(content: string): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: `sha256:${Buffer.from(content).toString('hex').padEnd(64, '0')}`,
      size: content.length,
    },
    layers: [],
  });
}

/** Puts an image and answers its digest; without a tag it is known by its digest alone. */
export async function putImage(
  { ecr, repository: repositoryName }: AwsScene,
  content: string,
  imageTag?: string,
): Promise<string> {
  const { image } = await ecr.putImage({
    repositoryName,
    imageTag,
    imageManifest: aManifest(content),
  });
  return image?.imageId?.imageDigest ?? '';
}
