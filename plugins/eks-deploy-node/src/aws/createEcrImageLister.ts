import {
  ECR,
  paginateDescribeImages,
  type ImageDetail,
} from '@aws-sdk/client-ecr';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { EcrImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { AwsConfig } from '../config';
import { createAwsCall } from './createAwsCall';
import { createAwsClientConfig } from './createAwsClientConfig';
import { parseEcrImage } from './parseEcrImage';

const NEWEST = 50;

/**
 * Lists images of ECR repositories.
 *
 * @public
 */
export interface EcrImageLister {
  /**
   * The newest tagged images, newest first, of the repository that an image comes from; at most 50, and none when the
   * image is not in ECR.
   */
  listSiblings(image: string): Promise<EcrImage[]>;
}

/**
 * What {@link createEcrImageLister} needs.
 *
 * @public
 */
export interface EcrImageListerOptions {
  /** The region comes from the image's own address, the rest from here. */
  aws?: Pick<AwsConfig, 'endpoint' | 'accountId'>;
  /** From `aws` of the configuration. */
  credentials: AwsCredentialsManager;
  /** Hears what AWS answered, in short. */
  logger: LoggerService;
}

/**
 * Lists images of ECR repositories through the AWS SDK.
 *
 * @public
 */
export function createEcrImageLister(
  options: EcrImageListerOptions,
): EcrImageLister {
  const { aws, credentials, logger } = options;
  const callAws = createAwsCall(logger);

  return {
    async listSiblings(image) {
      const reference = parseEcrImage(image);
      if (!reference) {
        return [];
      }
      const { registry, accountId, region, repository } = reference;
      const client = new ECR(
        createAwsClientConfig({ region, aws, credentials }),
      );
      const details = await callAws('ecr:DescribeImages', async () => {
        const found: ImageDetail[] = [];
        const pages = paginateDescribeImages(
          { client, pageSize: 1000 },
          {
            registryId: accountId,
            repositoryName: repository,
            filter: { tagStatus: 'TAGGED' },
          },
        );
        for await (const page of pages) {
          found.push(...(page.imageDetails ?? []));
        }
        return found;
      }).finally(() => client.destroy());
      return details
        .flatMap(detail => toEcrImage(`${registry}/${repository}`, detail))
        .sort((a, b) => b.pushedAt.localeCompare(a.pushedAt))
        .slice(0, NEWEST);
    },
  };
}

function toEcrImage(name: string, detail: ImageDetail): EcrImage[] {
  const { imageDigest: digest, imagePushedAt, imageTags: tags = [] } = detail;
  if (!digest || !imagePushedAt) {
    return [];
  }
  const tag = tags.length > 0 ? `:${tags[0]}` : '';
  return [
    {
      image: `${name}${tag}@${digest}`,
      tags,
      digest,
      pushedAt: imagePushedAt.toISOString(),
    },
  ];
}
