import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { startSandbox, type Sandbox } from '@eks-deploy/sandbox';
import { createEcrImageLister, createEksClusterLister } from './aws';
import { createGithubClient, type GithubClient } from './github';

jest.setTimeout(60_000);

const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const logger = mockServices.logger.mock();

// The real SDKs against servers that know nothing of this package.
describe('with the sandbox', () => {
  let stateDir: string;
  let sandbox: Sandbox;

  beforeAll(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-node-'));
    sandbox = await startSandbox({
      stateDir,
      ports: { staging: 0, production: 0, github: 0, aws: 0 },
    });
  });

  afterAll(async () => {
    await sandbox?.stop();
    await rm(stateDir, { recursive: true, force: true });
  });

  describe('GitHub', () => {
    let github: GithubClient;
    let repository: { host: string; owner: string; name: string };
    const inputs = {
      tier: 'backend',
      environment: 'staging',
      image: `${registry}/chat-backend:1.1`,
      reason: 'to see it run',
      'request-id': '2b0e5c1e-record',
    };

    beforeAll(() => {
      const { host, apiUrl, token } = sandbox.github;
      repository = { host, owner: 'example-org', name: 'chat' };
      const integrations = ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: { github: [{ host, apiBaseUrl: apiUrl, token }] },
        }),
      );
      github = createGithubClient({ integrations, logger });
    });

    it('starts the deploy workflow, finds its run by the request id and reads it', async () => {
      const workflow = 'deploy.yml';
      const started = await github.dispatchWorkflow({
        repository,
        workflow,
        inputs,
      });
      const found = await github.findWorkflowRun({
        repository,
        workflow,
        requestId: inputs['request-id'],
      });
      expect(found).toMatchObject({ id: started?.id, url: started?.url });
      const runId = found?.id ?? 0;
      const read = await github.getWorkflowRun({ repository, runId });
      expect(read).toMatchObject({
        run: { id: runId, status: expect.any(String) },
        etag: expect.any(String),
      });
    });

    it('says what a workflow lacks that takes other inputs', async () => {
      await expect(
        github.dispatchWorkflow({
          repository,
          workflow: 'deploy.yml',
          inputs: { ...inputs, nonsense: 'x' },
        }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('does not declare the input'),
      });
    });

    it('says what to check when there is no such workflow', async () => {
      await expect(
        github.dispatchWorkflow({ repository, workflow: 'no.yml', inputs }),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringContaining('eks-deploy/deploy-workflow'),
      });
    });
  });

  describe('AWS', () => {
    const credentials = {
      getCredentialProvider: async () => ({
        sdkCredentialProvider: async () => ({
          accessKeyId: 'sandbox',
          secretAccessKey: 'sandbox',
        }),
      }),
    };
    const deps = () => ({
      aws: { region: sandbox.aws.region, endpoint: sandbox.aws.url },
      credentials,
      logger,
    });

    it('lists its clusters', async () => {
      await expect(createEksClusterLister(deps()).list()).resolves.toEqual([
        expect.objectContaining({ name: 'production', region: 'eu-west-1' }),
        {
          arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/staging',
          name: 'staging',
          region: 'eu-west-1',
          accountId: '123456789012',
          status: 'ACTIVE',
          version: expect.any(String),
        },
      ]);
    });

    it("lists images of a Workload's repository", async () => {
      const images = await createEcrImageLister(deps()).listSiblings(
        `${registry}/chat-backend:1.1`,
      );
      expect(images).toContainEqual({
        image: expect.stringMatching(
          new RegExp(`^${registry}/chat-backend:\\S+@sha256:`),
        ),
        tags: [expect.any(String)],
        digest: expect.stringMatching(/^sha256:/),
        pushedAt: expect.any(String),
      });
    });

    it('says so when there is no such repository', async () => {
      await expect(
        createEcrImageLister(deps()).listSiblings(`${registry}/nothing:1`),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
});
