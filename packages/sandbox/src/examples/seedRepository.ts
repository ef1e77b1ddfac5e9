import fs from 'node:fs';
import path from 'node:path';
import { commitFiles, commitFolder } from '../git/commitWriter';
import { GithubStore, RepositoryRecord, Setting } from '../github/store';
import {
  EXAMPLE_OWNER,
  ExampleAccount,
  ExampleService,
  getFinishedReleases,
  getUnfinishedRelease,
  TIERS,
} from './exampleServices';
import { writeRelease } from './manifests';

const AUTHOR = { name: 'Sandbox', email: 'sandbox@example.com' };
const ACTIONS_BOT = {
  name: 'github-actions[bot]',
  email: 'github-actions@example.com',
};

/** Makes a repository of a folder, with the variables and environments the template would have set. */
export async function seedRepository(
  store: GithubStore,
  folder: string,
  name: string,
  account: ExampleAccount,
): Promise<RepositoryRecord> {
  const repository = await store.createRepository({
    owner: EXAMPLE_OWNER,
    name,
    description: `The example service ${name}`,
    variables: toSettings({
      SERVICE: name,
      FIRST_ENVIRONMENT: 'staging',
      AWS_REGION: account.region,
      AWS_ACCOUNT_ID: account.accountId,
      ECR_REGISTRY: account.registry,
      AWS_IMAGE_ROLE_ARN: `arn:aws:iam::${account.accountId}:role/${name}-image`,
    }),
  });
  const now = new Date().toISOString();
  for (const environment of listFolders(path.join(folder, 'deploy'))) {
    repository.environments[environment] = {
      id: store.nextId(),
      name: environment,
      createdAt: now,
      updatedAt: now,
      settings: {},
      branchPolicies: [],
      secrets: {},
      variables: toSettings({
        AWS_REGION: account.region,
        EKS_CLUSTER: environment,
        KUBE_NAMESPACE: name,
        AWS_ROLE_ARN: `arn:aws:iam::${account.accountId}:role/${name}-deploy-${environment}`,
      }),
    };
  }
  await commitFolder(store.git(repository), {
    branch: repository.defaultBranch,
    folder,
    message: `Create ${name} from the fullstack-eks template`,
    author: AUTHOR,
  });
  return repository;
}

/** Writes what runs into the manifests in git, a commit for each, as the deploy workflow does. */
export async function commitReleases(
  store: GithubStore,
  repository: RepositoryRecord,
  folder: string,
  example: ExampleService,
  account: ExampleAccount,
): Promise<void> {
  for (const environment of listFolders(path.join(folder, 'deploy'))) {
    for (const tier of TIERS) {
      const file = `deploy/${environment}/${tier}/deployment.yaml`;
      const onDisk = path.join(folder, file);
      if (!fs.existsSync(onDisk)) continue;
      const [last] = getFinishedReleases(account, example, tier).slice(-1);
      const release =
        getUnfinishedRelease(account, example, environment, tier) ?? last;
      const manifest = writeRelease(fs.readFileSync(onDisk, 'utf8'), release);
      await commitFiles(store.git(repository), {
        branch: repository.defaultBranch,
        changes: { [file]: Buffer.from(manifest) },
        message: `deploy: ${tier} to ${environment} [skip ci]\n\n${release.cause}`,
        author: ACTIONS_BOT,
      });
    }
  }
}

function toSettings(values: Record<string, string>): Record<string, Setting> {
  const now = new Date().toISOString();
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { name, value, createdAt: now, updatedAt: now },
    ]),
  );
}

export function listFolders(dir: string): string[] {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}
