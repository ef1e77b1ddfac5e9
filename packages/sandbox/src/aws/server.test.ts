import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  ListImagesCommand,
} from '@aws-sdk/client-ecr';
import {
  DescribeClusterCommand,
  EKSClient,
  paginateListClusters,
} from '@aws-sdk/client-eks';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import * as winston from 'winston';
import { Listener } from '../http/listen';
import { ImageStore } from './imageStore';
import { startAws } from './server';

const account = { accountId: '123456789012', region: 'eu-west-1' };
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('the AWS stand-in, asked by the AWS SDK', () => {
  let stateDir: string;
  let aws: Listener;
  let images: ImageStore;
  let client: object;

  beforeAll(async () => {
    stateDir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-aws-'));
    images = new ImageStore(stateDir, registry);
    aws = await startAws({
      port: 0,
      account,
      images,
      clusters: () =>
        ['staging', 'production'].map(name => ({
          name,
          endpoint: `https://127.0.0.1/${name}`,
          ca: 'a certificate',
          createdAt: new Date(0),
        })),
      logger: winston.createLogger({ silent: true }),
    });
    client = {
      endpoint: aws.url,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    };
  });
  afterAll(async () => {
    await aws.close();
    fs.rmSync(stateDir, { recursive: true });
  });

  it('lists the clusters page by page', async () => {
    const pages = paginateListClusters(
      { client: new EKSClient(client), pageSize: 1 },
      {},
    );
    const names: Array<string[] | undefined> = [];
    for await (const page of pages) names.push(page.clusters);
    expect(names).toEqual([['staging'], ['production']]);
  });

  it('describes a cluster', async () => {
    const { cluster } = await new EKSClient(client).send(
      new DescribeClusterCommand({ name: 'staging' }),
    );
    expect(cluster).toMatchObject({
      arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/staging',
      status: 'ACTIVE',
      endpoint: 'https://127.0.0.1/staging',
      certificateAuthority: { data: btoa('a certificate') },
    });
  });

  it('answers an unknown cluster with ResourceNotFoundException', async () => {
    await expect(
      new EKSClient(client).send(new DescribeClusterCommand({ name: 'qa' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'No cluster found for name: qa.',
    });
  });

  it('says who the caller is and hands out role credentials', async () => {
    const sts = new STSClient(client);
    await expect(
      sts.send(new GetCallerIdentityCommand({})),
    ).resolves.toMatchObject({ Account: '123456789012' });
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::123456789012:role/deploy',
        RoleSessionName: 'test',
      }),
    );
    expect(Credentials?.Expiration?.getTime()).toBeGreaterThan(Date.now());
  });

  it('finds a pushed image by its tag and by its digest', async () => {
    const digest = images.push('chat-backend', '1.0.0');
    const ecr = new ECRClient(client);
    const { imageDetails } = await ecr.send(
      new DescribeImagesCommand({
        repositoryName: 'chat-backend',
        imageIds: [{ imageTag: '1.0.0' }],
      }),
    );
    expect(imageDetails).toMatchObject([
      { imageDigest: digest, imageTags: ['1.0.0'] },
    ]);
    const listed = await ecr.send(
      new ListImagesCommand({ repositoryName: 'chat-backend' }),
    );
    expect(listed.imageIds).toEqual([
      { imageTag: '1.0.0', imageDigest: digest },
    ]);
    const got = await ecr.send(
      new BatchGetImageCommand({
        repositoryName: 'chat-backend',
        imageIds: [{ imageDigest: digest }, { imageTag: 'none' }],
      }),
    );
    expect(got.images).toHaveLength(1);
    expect(got.failures).toMatchObject([{ failureCode: 'ImageNotFound' }]);
  });

  it('answers what ECR lacks in the words of ECR', async () => {
    images.createRepository('chat-frontend');
    const ecr = new ECRClient(client);
    await expect(
      ecr.send(
        new DescribeImagesCommand({
          repositoryName: 'chat-frontend',
          imageIds: [{ imageTag: 'none' }],
        }),
      ),
    ).rejects.toMatchObject({ name: 'ImageNotFoundException' });
    await expect(
      ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['none'] })),
    ).rejects.toMatchObject({ name: 'RepositoryNotFoundException' });
  });

  it('refuses a request without a signature', async () => {
    const response = await fetch(`${aws.url}/clusters`);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      message: 'Missing Authentication Token',
    });
  });

  it('keeps images across restarts and calls those of other registries existing', () => {
    images.push('chat-backend', '2.0.0');
    const restarted = new ImageStore(stateDir, registry);
    expect(restarted.has(`${registry}/chat-backend:2.0.0`)).toBe(true);
    expect(restarted.has(`${registry}/chat-backend:2.0.1`)).toBe(false);
    expect(restarted.has('nginx:1.29')).toBe(true);
  });
});
