import assert from 'node:assert/strict';
import { behaviours } from '../../contract/Behaviour';
import {
  ACCOUNT,
  aManifest,
  createClients,
  REGION,
  type AwsScene,
} from '../AwsScene';

const NONE = { repositoryName: 'team-chat/none' };
const NOT_FOUND = {
  name: 'RepositoryNotFoundException',
  message: `The repository with name 'team-chat/none' does not exist in the registry with id '${ACCOUNT}'`,
};

export const repositories = behaviours<AwsScene>('an ECR repository', {
  'is created with its ARN, its address and tags that move': async ({
    ecr,
    repository: repositoryName,
  }) => {
    const { repository } = await ecr.createRepository({ repositoryName });
    assert.equal(
      repository?.repositoryArn,
      `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/${repositoryName}`,
    );
    assert.equal(
      repository.repositoryUri,
      `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${repositoryName}`,
    );
    assert.equal(repository.registryId, ACCOUNT);
    assert.equal(repository.imageTagMutability, 'MUTABLE');
    assert.ok(repository.createdAt instanceof Date);
  },
  'is created with tags that stay, where asked for': async ({
    ecr,
    repository: repositoryName,
  }) => {
    await ecr.createRepository({
      repositoryName,
      imageTagMutability: 'IMMUTABLE',
    });
    const { repositories: found } = await ecr.describeRepositories({
      repositoryNames: [repositoryName],
    });
    assert.deepEqual(
      found?.map(({ imageTagMutability }) => imageTagMutability),
      ['IMMUTABLE'],
    );
  },
  'is created once: RepositoryAlreadyExistsException': async ({
    ecr,
    repository: repositoryName,
  }) => {
    await ecr.createRepository({ repositoryName });
    await assert.rejects(ecr.createRepository({ repositoryName }), {
      name: 'RepositoryAlreadyExistsException',
      message: `The repository with name '${repositoryName}' already exists in the registry with id '${ACCOUNT}'`,
    });
  },
  'is listed among the others': async ({ ecr, repository: repositoryName }) => {
    await ecr.createRepository({ repositoryName });
    const { repositories: found } = await ecr.describeRepositories({});
    assert.ok(found?.some(item => item.repositoryName === repositoryName));
  },
  'that is not there is named by RepositoryNotFoundException': async ({
    ecr,
  }) => {
    const imageIds = [{ imageTag: '1' }];
    for (const ask of [
      () => ecr.describeRepositories({ repositoryNames: ['team-chat/none'] }),
      () => ecr.describeImages(NONE),
      () => ecr.listImages(NONE),
      () => ecr.batchGetImage({ ...NONE, imageIds }),
    ]) {
      await assert.rejects(ask, NOT_FOUND);
    }
  },
  'that is not there takes no image': async ({ ecr }) => {
    await assert.rejects(
      ecr.putImage({ ...NONE, imageManifest: aManifest('1'), imageTag: '1' }),
      NOT_FOUND,
    );
  },
  'is in one region alone': async ({
    ecr,
    endpoint,
    repository: repositoryName,
  }) => {
    await ecr.createRepository({ repositoryName });
    const { ecr: elsewhere } = createClients(endpoint, 'us-east-1');
    await assert.rejects(elsewhere.describeImages({ repositoryName }), {
      name: 'RepositoryNotFoundException',
    });
  },
  'is in one registry alone': async ({ ecr, repository: repositoryName }) => {
    await ecr.createRepository({ repositoryName });
    await assert.rejects(
      ecr.describeImages({ repositoryName, registryId: '210987654321' }),
      { name: 'RepositoryNotFoundException' },
    );
  },
});
