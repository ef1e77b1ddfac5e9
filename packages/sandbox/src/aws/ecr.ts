import { ImageStore, StoredImage } from './imageStore';
import { AwsAccount, AwsError } from './types';

/** The part of ECR's JSON requests that the stand-in reads. */
export interface EcrRequest {
  repositoryName?: string;
  repositoryNames?: string[];
  imageIds?: ImageId[];
  imageManifest?: string;
  imageTag?: string;
}

interface ImageId {
  imageTag?: string;
  imageDigest?: string;
}

type Operation = (
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
) => object;

const OPERATIONS: Record<string, Operation> = {
  DescribeRepositories: describeRepositories,
  CreateRepository: createRepository,
  DescribeImages: describeImages,
  ListImages: listImages,
  BatchGetImage: batchGetImage,
  PutImage: putImage,
  GetAuthorizationToken: getAuthorizationToken,
};

/** Answers an operation of ECR's JSON 1.1 protocol. */
export function answerEcr(
  operation: string,
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
): object {
  const answer = OPERATIONS[operation];
  if (!answer) {
    throw new AwsError(
      'UnknownOperationException',
      `The sandbox's ECR has no operation ${operation}`,
    );
  }
  return answer(request, images, account);
}

function describeRepositories(
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
) {
  const names = request.repositoryNames ?? images.repositories();
  return {
    repositories: names.map(name => {
      requireRepository(name, images, account);
      return toRepository(name, images, account);
    }),
  };
}

function createRepository(
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
) {
  const name = request.repositoryName ?? '';
  if (images.hasRepository(name)) {
    throw new AwsError(
      'RepositoryAlreadyExistsException',
      `The repository with name '${name}' already exists in the registry with id '${account.accountId}'`,
    );
  }
  images.createRepository(name);
  return { repository: toRepository(name, images, account) };
}

function describeImages(
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
) {
  const repository = requireRepository(request.repositoryName, images, account);
  const found =
    request.imageIds?.map(id =>
      requireImage(repository, id, images, account),
    ) ?? images.list(repository);
  return {
    imageDetails: found.map(image => ({
      registryId: account.accountId,
      repositoryName: repository,
      imageDigest: image.digest,
      imageTags: image.tags,
      imageSizeInBytes: image.manifest.length,
      imagePushedAt: Date.parse(image.pushedAt) / 1000,
      imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
    })),
  };
}

function listImages(
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
) {
  const repository = requireRepository(request.repositoryName, images, account);
  return {
    imageIds: images.list(repository).flatMap(image =>
      image.tags.length > 0
        ? image.tags.map(imageTag => ({
            imageTag,
            imageDigest: image.digest,
          }))
        : [{ imageDigest: image.digest }],
    ),
  };
}

function batchGetImage(
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
) {
  const repository = requireRepository(request.repositoryName, images, account);
  const found: object[] = [];
  const failures: object[] = [];
  for (const imageId of request.imageIds ?? []) {
    const image = findImage(repository, imageId, images);
    if (image) {
      found.push({
        registryId: account.accountId,
        repositoryName: repository,
        imageId: { ...imageId, imageDigest: image.digest },
        imageManifest: image.manifest,
      });
    } else {
      failures.push({
        imageId,
        failureCode: 'ImageNotFound',
        failureReason: 'Requested image not found',
      });
    }
  }
  return { images: found, failures };
}

function putImage(
  request: EcrRequest,
  images: ImageStore,
  account: AwsAccount,
) {
  const repository = request.repositoryName ?? '';
  const image = images.putManifest(
    repository,
    request.imageTag,
    request.imageManifest ?? '',
  );
  return {
    image: {
      registryId: account.accountId,
      repositoryName: repository,
      imageId: { imageDigest: image.digest, imageTag: request.imageTag },
    },
  };
}

function getAuthorizationToken(
  _request: EcrRequest,
  images: ImageStore,
): object {
  return {
    authorizationData: [
      {
        authorizationToken: Buffer.from('AWS:sandbox').toString('base64'),
        expiresAt: Date.now() / 1000 + 12 * 60 * 60,
        proxyEndpoint: `https://${images.registry}`,
      },
    ],
  };
}

function requireRepository(
  name: string | undefined,
  images: ImageStore,
  account: AwsAccount,
): string {
  if (name && images.hasRepository(name)) return name;
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${account.accountId}'`,
  );
}

function requireImage(
  repository: string,
  id: ImageId,
  images: ImageStore,
  account: AwsAccount,
): StoredImage {
  const image = findImage(repository, id, images);
  if (image) return image;
  throw new AwsError(
    'ImageNotFoundException',
    `The image with imageId {imageDigest:'${
      id.imageDigest ?? 'null'
    }', imageTag:'${
      id.imageTag ?? 'null'
    }'} does not exist within the repository with name '${repository}' in the registry with id '${
      account.accountId
    }'`,
  );
}

function findImage(repository: string, id: ImageId, images: ImageStore) {
  return images
    .list(repository)
    .find(image =>
      id.imageDigest
        ? image.digest === id.imageDigest
        : id.imageTag !== undefined && image.tags.includes(id.imageTag),
    );
}

function toRepository(name: string, images: ImageStore, account: AwsAccount) {
  return {
    registryId: account.accountId,
    repositoryName: name,
    repositoryArn: `arn:aws:ecr:${account.region}:${account.accountId}:repository/${name}`,
    repositoryUri: `${images.registry}/${name}`,
    imageTagMutability: 'IMMUTABLE',
    imageScanningConfiguration: { scanOnPush: true },
  };
}
