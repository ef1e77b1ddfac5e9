import type { Octokit } from '@octokit/rest';
import type { GithubScene, Repository } from './GithubScene';

const ORGANISATION = 'example-org';

/** The inputs are those that our dispatch sends. */
const DEPLOY = `name: Deploy
run-name: Deploy (\${{ inputs.request-id }})
on:
  workflow_dispatch:
    inputs:
      tier: { type: string }
      environment: { type: string }
      image: { type: string }
      reason: { type: string }
      request-id: { type: string }
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
      - run: echo deployed > deployed.txt
      - uses: actions/upload-artifact@v4
        with: { name: deployed, path: deployed.txt }
`;

const BUILD_ONLY = DEPLOY.replace(/on:[^]*?(?=jobs:)/, 'on: [push]\n');

const SLOW = `on: workflow_dispatch
jobs:
  wait:
    runs-on: ubuntu-24.04
    steps: [{ run: sleep 60 }]
`;

let created = 0;

/** A repository of its own with a README and workflows to start on `main`. */
export async function createRepository(octokit: Octokit): Promise<Repository> {
  created += 1;
  const chat = { owner: ORGANISATION, repo: `chat-${created}` };
  await octokit.repos.createInOrg({ org: ORGANISATION, name: chat.repo });
  const files = {
    'README.md': '# Chat\n',
    'docs/index.md': 'docs\n',
    '.github/workflows/deploy.yml': DEPLOY,
    '.github/workflows/slow.yml': SLOW,
  };
  for (const [path, text] of Object.entries(files)) {
    await octokit.repos.createOrUpdateFileContents({
      ...chat,
      path,
      message: `Add ${path}`,
      content: Buffer.from(text).toString('base64'),
    });
  }
  return chat;
}

/** A repository with something of everything that can be read. */
export async function createChat(
  octokit: Octokit,
  sleep: (ms: number) => Promise<unknown>,
): Promise<GithubScene['chat']> {
  const chat = await createRepository(octokit);
  await octokit.repos.createOrUpdateFileContents({
    ...chat,
    path: '.github/workflows/build.yml',
    message: 'Add the build',
    content: Buffer.from(BUILD_ONLY).toString('base64'),
  });
  await octokit.repos.createOrUpdateEnvironment({
    ...chat,
    environment_name: 'staging',
  });
  await octokit.actions.createRepoVariable({
    ...chat,
    name: 'SERVICE',
    value: 'chat',
  });
  await octokit.actions.createEnvironmentVariable({
    ...chat,
    environment_name: 'staging',
    name: 'EKS_CLUSTER',
    value: 'staging',
  });
  await octokit.issues.create({ ...chat, title: 'It is slow' });
  await octokit.actions.createWorkflowDispatch({
    ...chat,
    workflow_id: 'deploy.yml',
    ref: 'main',
  });
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { data } = await octokit.actions.listWorkflowRuns({
      ...chat,
      workflow_id: 'deploy.yml',
    });
    const [run] = data.workflow_runs;
    if (run?.status === 'completed') {
      return { ...chat, runId: run.id };
    }
    if (Date.now() > deadline) {
      throw new Error('The first workflow run did not end within 30 s.');
    }
    await sleep(100);
  }
}
