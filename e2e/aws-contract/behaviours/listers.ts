import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  createEcrImageLister,
  createEksClusterLister,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { behaviours } from '../../contract/Behaviour';
import { ACCOUNT, putImage, REGION, type AwsScene } from '../AwsScene';

const REGISTRY = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;

const logger: LoggerService = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => logger,
};

const credentials: AwsCredentialsManager = {
  getCredentialProvider: async () => ({
    sdkCredentialProvider: async () => ({
      accessKeyId: 'test',
      secretAccessKey: 'test',
    }),
  }),
};

const deps = ({ endpoint }: AwsScene, region = REGION) => ({
  aws: { region, endpoint },
  ...{ credentials, logger },
});

export const listers = [
  ...behaviours<AwsScene>('our list of EKS clusters', {
    'has each with its ARN, account, region and status': async scene => {
      const clusters = await createEksClusterLister(deps(scene)).list();
      assert.deepEqual(
        clusters.map(({ version, ...cluster }) => cluster),
        ['production', 'staging'].map(name => ({
          name,
          arn: `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/${name}`,
          region: REGION,
          accountId: ACCOUNT,
          status: 'ACTIVE',
        })),
      );
    },
    'is empty in a region without any': async scene => {
      const lister = createEksClusterLister(deps(scene, 'us-east-1'));
      assert.deepEqual(await lister.list(), []);
    },
  }),
  ...behaviours<AwsScene>('our list of ECR images', {
    'has the newest first, by digest and tag': async scene => {
      const { ecr, repository: repositoryName } = scene;
      await ecr.createRepository({ repositoryName });
      const older = await putImage(scene, 'one', '1.0');
      // moto writes whole seconds.
      await sleep(1_100);
      const newer = await putImage(scene, 'two', '1.1');
      const name = `${REGISTRY}/${repositoryName}`;
      const found = await createEcrImageLister(deps(scene)).listSiblings(
        `${name}:1.0`,
      );
      assert.deepEqual(
        found.map(({ image, tags }) => ({ image, tags })),
        [
          { image: `${name}:1.1@${newer}`, tags: ['1.1'] },
          { image: `${name}:1.0@${older}`, tags: ['1.0'] },
        ],
      );
    },
    'says NotFoundError of a repository that is not there': async scene => {
      await assert.rejects(
        createEcrImageLister(deps(scene)).listSiblings(
          `${REGISTRY}/${scene.repository}:1.0`,
        ),
        { name: 'NotFoundError' },
      );
    },
  }),
];
