import { AwsError } from '../types';
import { requireRepository } from './repositories';
import { EcrContext, EcrRequest, Operation } from './types';

export const putImage: Operation = (request, context) => {
  const { images, account } = context;
  const repository = requireRepository(request, context);
  const { imageTag, imageManifest = '' } = request;
  requireMediaType(request);
  requireNew(repository, request, context);
  const image = images.putManifest(repository, imageTag, imageManifest);
  return {
    image: {
      registryId: account.accountId,
      repositoryName: repository,
      imageId: { imageDigest: image.digest, imageTag },
      imageManifest,
    },
  };
};

/** The same image is taken with each of its tags once, and a tag that stays for one image only. */
function requireNew(
  repository: string,
  { imageTag, imageManifest }: EcrRequest,
  { images, account }: EcrContext,
) {
  const where = `the repository with name '${repository}' in registry with id '${account.accountId}'`;
  const same = images
    .list(repository)
    .find(({ manifest }) => manifest === imageManifest);
  if (same && (imageTag === undefined || same.tags.includes(imageTag))) {
    const tag = imageTag ?? 'null';
    throw new AwsError(
      'ImageAlreadyExistsException',
      `Image with digest '${same.digest}' and tag '${tag}' already exists in ${where}`,
    );
  }
  const taken = images
    .list(repository)
    .some(({ tags }) => imageTag !== undefined && tags.includes(imageTag));
  if (taken && images.settings(repository).tagMutability === 'IMMUTABLE') {
    throw new AwsError(
      'ImageTagAlreadyExistsException',
      `The image tag '${imageTag}' already exists in the '${repository}' repository and cannot be overwritten because the repository is immutable.`,
    );
  }
}

function requireMediaType({
  imageManifest = '',
  imageManifestMediaType,
}: EcrRequest) {
  if (imageManifestMediaType ?? readMediaType(imageManifest)) return;
  throw new AwsError(
    'InvalidParameterException',
    "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Manifest or parameter has to say a media type'",
  );
}

function readMediaType(manifest: string): unknown {
  try {
    return JSON.parse(manifest).mediaType;
  } catch {
    return undefined;
  }
}
