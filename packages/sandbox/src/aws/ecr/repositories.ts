import { AwsError } from '../types';
import { EcrContext, EcrRequest, Operation } from './types';

export const describeRepositories: Operation = (request, context) => {
  const names = request.repositoryNames ?? listNames(context);
  return {
    repositories: names.map(repositoryName =>
      toRepository(
        requireRepository({ ...request, repositoryName }, context),
        context,
      ),
    ),
  };
};

export const createRepository: Operation = (request, context) => {
  const { images, account, region } = context;
  const { repositoryName = '', imageTagMutability = 'MUTABLE' } = request;
  if (region !== account.region) {
    throw new AwsError(
      'LimitExceededException',
      `The sandbox's ECR is in ${account.region} only`,
    );
  }
  if (imageTagMutability !== 'MUTABLE' && imageTagMutability !== 'IMMUTABLE') {
    throw new AwsError(
      'InvalidParameterException',
      `The sandbox's tags are MUTABLE or IMMUTABLE, not ${imageTagMutability}`,
    );
  }
  if (images.hasRepository(repositoryName)) {
    throw new AwsError(
      'RepositoryAlreadyExistsException',
      `The repository with name '${repositoryName}' already exists in the registry with id '${account.accountId}'`,
    );
  }
  images.createRepository(repositoryName, imageTagMutability);
  return { repository: toRepository(repositoryName, context) };
};

/** The name of the repository that a request is about. */
export function requireRepository(
  { repositoryName: name, registryId }: EcrRequest,
  { images, account, region }: EcrContext,
): string {
  const registry = registryId ?? account.accountId;
  if (
    name &&
    region === account.region &&
    registry === account.accountId &&
    images.hasRepository(name)
  ) {
    return name;
  }
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registry}'`,
  );
}

function listNames({ images, account, region }: EcrContext): string[] {
  return region === account.region ? images.repositories() : [];
}

function toRepository(name: string, { images, account }: EcrContext) {
  const { tagMutability, createdAt } = images.settings(name);
  return {
    registryId: account.accountId,
    repositoryName: name,
    repositoryArn: `arn:aws:ecr:${account.region}:${account.accountId}:repository/${name}`,
    repositoryUri: `${images.registry}/${name}`,
    createdAt: Date.parse(createdAt) / 1000,
    imageTagMutability: tagMutability,
    imageScanningConfiguration: { scanOnPush: false },
  };
}
