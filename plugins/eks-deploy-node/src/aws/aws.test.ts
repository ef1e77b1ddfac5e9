import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { mockServices } from '@backstage/backend-test-utils';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { createEcrImageLister } from './createEcrImageLister';
import { createEksClusterLister } from './createEksClusterLister';

const credentials: AwsCredentialsManager = {
  getCredentialProvider: async () => ({
    sdkCredentialProvider: async () => ({
      accessKeyId: 'test',
      secretAccessKey: 'test',
    }),
  }),
};
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('AWS', () => {
  let server: Server;
  let endpoint: string;
  let calls: string[];
  let answer: (call: string) => { status?: number; body: object };
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    server = createServer(async (req, res) => {
      const target = req.headers['x-amz-target'];
      const call = `${target ?? req.url} ${await text(req)}`.trim();
      calls.push(call);
      const { status = 200, body } = answer(call);
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    calls = [];
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  describe('EKS clusters', () => {
    const describeCluster = (name: string) => ({
      body: {
        cluster: {
          name,
          arn: `arn:aws:eks:eu-west-1:123456789012:cluster/${name}`,
          status: 'ACTIVE',
          version: '1.36',
        },
      },
    });

    it('are listed over all pages, by name, and asked for again after ten minutes', async () => {
      answer = call => {
        if (!/^\/clusters(\?|$)/.test(call)) {
          return describeCluster(call.split('/').pop() ?? '');
        }
        return call.includes('nextToken=2')
          ? { body: { clusters: ['production'] } }
          : { body: { clusters: ['staging'], nextToken: '2' } };
      };
      let now = 0;
      const lister = createEksClusterLister({
        aws: { region: 'eu-west-1', endpoint },
        credentials,
        logger,
        now: () => now,
      });
      expect(await lister.list()).toEqual(
        ['production', 'staging'].map(name => ({
          name,
          arn: `arn:aws:eks:eu-west-1:123456789012:cluster/${name}`,
          region: 'eu-west-1',
          accountId: '123456789012',
          status: 'ACTIVE',
          version: '1.36',
        })),
      );
      now = 10 * 60_000;
      await lister.list();
      expect(calls).toHaveLength(4);
      now += 1;
      await lister.list();
      expect(calls).toHaveLength(8);
    });

    it("name the right that the portal's role lacks, and are asked for again", async () => {
      answer = () => ({
        status: 403,
        body: { __type: 'AccessDeniedException', message: 'canary-secret' },
      });
      const lister = createEksClusterLister({
        aws: { region: 'eu-west-1', endpoint },
        credentials,
        logger,
      });
      const error = await lister.list().catch(e => e);
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toContain('eks:ListClusters');
      expect(error.message).not.toContain('canary-secret');
      answer = () => ({ body: { clusters: [] } });
      expect(await lister.list()).toEqual([]);
    });
  });

  describe('ECR images', () => {
    const lister = () =>
      createEcrImageLister({ aws: { endpoint }, credentials, logger });

    it('come newest first, by digest and with their first tag', async () => {
      const detail = (tag: string, seconds: number) => ({
        imageDigest: `sha256:${tag}`,
        imageTags: [tag, 'latest'],
        imagePushedAt: seconds,
      });
      answer = () => ({
        body: { imageDetails: [detail('1.1', 100), detail('1.2', 200)] },
      });
      expect(await lister().listSiblings(`${registry}/chat:1.0`)).toEqual([
        {
          image: `${registry}/chat:1.2@sha256:1.2`,
          tags: ['1.2', 'latest'],
          digest: 'sha256:1.2',
          pushedAt: '1970-01-01T00:03:20.000Z',
        },
        expect.objectContaining({ digest: 'sha256:1.1' }),
      ]);
      expect(calls[0]).toContain('"registryId":"123456789012"');
    });

    it('are not looked for when the image is not in ECR', async () => {
      expect(await lister().listSiblings('nginx:1.29')).toEqual([]);
      expect(calls).toEqual([]);
    });

    it('tell of a repository that does not exist', async () => {
      answer = () => ({
        status: 400,
        body: { __type: 'RepositoryNotFoundException', message: 'no' },
      });
      await expect(
        lister().listSiblings(`${registry}/chat:1`),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
});
