import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  createGithubEnvironmentAction,
  createGithubRepoCreateAction,
  createGithubRepoPushAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GithubScene } from '../GithubScene';
import { keptBehaviours, tolerate } from '../keptBehaviours';
import { integrationsConfig, quietLogger } from '../portal';

function createActions(scene: GithubScene) {
  const config = new ConfigReader(integrationsConfig(scene, scene.token));
  const integrations = ScmIntegrations.fromConfig(config);
  const githubCredentialsProvider =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return { config, integrations, githubCredentialsProvider };
}

/** Runs an action as the scaffolder does, in a folder of its own; answers its output. */
async function runAction<Input extends object, Output extends object>(
  action: TemplateAction<Input, Output, 'v2'>,
  input: object,
): Promise<Record<string, unknown>> {
  const output: Record<string, unknown> = {};
  const workspacePath = await mkdtemp(join(tmpdir(), 'eks-deploy-workspace-'));
  await writeFile(join(workspacePath, 'README.md'), '# Chat\n');
  const context = {
    input,
    workspacePath,
    logger: quietLogger,
    output: (name: string, value: unknown) => {
      output[name] = value;
    },
    checkpoint: ({ fn }: { fn: () => Promise<unknown> }) => fn(),
    createTemporaryDirectory: async () => workspacePath,
    task: { id: 'task' },
  };
  try {
    await action.handler(
      context as unknown as Parameters<typeof action.handler>[0],
    );
    return output;
  } finally {
    await rm(workspacePath, { recursive: true, force: true });
  }
}

/**
 * Fields that Backstage's actions send and GitHub does not describe: `allow_update_branch` is one of updating a repository,
 * not of creating one (https://github.com/octokit/types.ts/issues/522), and `repository_id` was in the path of an older
 * API, which took no owner and name. GitHub passes over both.
 */
const OF_BACKSTAGE = [
  '(repos/create-in-org): request /allow_update_branch is not declared',
  '(actions/create-environment-variable): request /repository_id is not declared',
];

export const scaffolder = keptBehaviours("the template's steps", {
  'create a repository, its environment and its first push': async scene => {
    const deps = createActions(scene);
    const repoUrl = `${scene.proxy.host}?owner=example-org&repo=orders`;
    await runAction(createGithubRepoCreateAction(deps), {
      repoUrl,
      description: 'Takes orders',
      repoVisibility: 'private',
      deleteBranchOnMerge: true,
      allowMergeCommit: false,
      repoVariables: { SERVICE: 'orders', FIRST_ENVIRONMENT: 'staging' },
    });
    await runAction(
      createGithubEnvironmentAction({
        integrations: deps.integrations,
        catalog: {
          getEntitiesByRefs: async () => ({ items: [] }),
        } as unknown as Parameters<
          typeof createGithubEnvironmentAction
        >[0]['catalog'],
      }),
      {
        repoUrl,
        name: 'staging',
        environmentVariables: { KUBE_NAMESPACE: 'orders' },
      },
    );
    const pushed = await runAction(createGithubRepoPushAction(deps), {
      repoUrl,
      defaultBranch: 'main',
      gitCommitMessage: 'Create orders',
      protectDefaultBranch: false,
    });
    assert.match(String(pushed.remoteUrl), /example-org\/orders\.git$/);
    const { data } = await scene.octokit.repos.getBranch({
      owner: 'example-org',
      repo: 'orders',
      branch: 'main',
    });
    assert.equal(data.commit.commit.message.trim(), 'Create orders');
    tolerate(scene, OF_BACKSTAGE);
  },
  'are told of a name that is taken': async scene => {
    const { repo } = await scene.createRepository();
    await assert.rejects(
      runAction(createGithubRepoCreateAction(createActions(scene)), {
        repoUrl: `${scene.proxy.host}?owner=example-org&repo=${repo}`,
      }),
      /already exists/,
    );
  },
});
