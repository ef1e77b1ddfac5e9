import { ImageStore, StoredImage } from '../imageStore';
import { takePage } from '../page';
import { AwsError } from '../types';
import { requireRepository } from './repositories';
import { EcrContext, EcrRequest, ImageId, Operation } from './types';

const PAGE = { size: 100, limit: 1000 };

export const describeImages: Operation = (request, context) => {
  const { images, account } = context;
  const repository = requireRepository(request, context);
  const named = request.imageIds?.map(id =>
    requireImage(repository, id, context),
  );
  const found = named ?? filterImages(images.list(repository), request);
  // Those that are named come all at once.
  const page = named ? { items: named } : takePage(found, request, PAGE);
  return {
    imageDetails: page.items.map(image => ({
      registryId: account.accountId,
      repositoryName: repository,
      imageDigest: image.digest,
      ...(image.tags.length > 0 && { imageTags: image.tags }),
      imageSizeInBytes: image.manifest.length,
      imagePushedAt: Date.parse(image.pushedAt) / 1000,
      imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
    })),
    ...('nextToken' in page && { nextToken: page.nextToken }),
  };
};

export const listImages: Operation = (request, context) => {
  const repository = requireRepository(request, context);
  const ids = filterImages(context.images.list(repository), request).flatMap(
    ({ digest: imageDigest, tags }): ImageId[] =>
      tags.length > 0
        ? tags.map(imageTag => ({ imageTag, imageDigest }))
        : [{ imageDigest }],
  );
  const { items: imageIds, nextToken } = takePage(ids, request, PAGE);
  return { imageIds, ...(nextToken && { nextToken }) };
};

export const batchGetImage: Operation = (request, context) => {
  const { images, account } = context;
  const repository = requireRepository(request, context);
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
};

function filterImages(
  found: StoredImage[],
  { filter }: EcrRequest,
): StoredImage[] {
  const { tagStatus = 'ANY' } = filter ?? {};
  return tagStatus === 'ANY'
    ? found
    : found.filter(({ tags }) => tags.length > 0 === (tagStatus === 'TAGGED'));
}

function requireImage(
  repository: string,
  id: ImageId,
  { images, account }: EcrContext,
): StoredImage {
  const image = findImage(repository, id, images);
  if (image) return image;
  const { imageDigest = 'null', imageTag = 'null' } = id;
  throw new AwsError(
    'ImageNotFoundException',
    `The image with imageId {imageDigest:'${imageDigest}', imageTag:'${imageTag}'} does not exist within the repository with name '${repository}' in the registry with id '${account.accountId}'`,
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
