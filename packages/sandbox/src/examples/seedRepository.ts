import fs from 'node:fs';
import path from 'node:path';
import { GitRepository } from '../git/repository';
import { GithubStore, RepositoryRecord, Setting } from '../github/store';

const AUTHOR = { name: 'Sandbox', email: 'sandbox@example.com' };

/** The account and registry that an example is set up for. */
export interface ExampleAccount {
  accountId: string;
  region: string;
  registry: string;
}

/** Makes a repository of a folder, with the variables and environments the template would have set. */
export async function seedRepository(
  store: GithubStore,
  folder: string,
  name: string,
  account: ExampleAccount,
): Promise<RepositoryRecord> {
  const repository = await store.createRepository({
    owner: 'example-org',
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
  await commitFolder(
    store.git(repository),
    folder,
    `Create ${name} from the fullstack-eks template`,
  );
  return repository;
}

/** Commits a folder as it is on disk, executable files as such. */
async function commitFolder(
  git: GitRepository,
  folder: string,
  message: string,
) {
  const index = path.join(git.dir, 'seed-index');
  const env = {
    GIT_DIR: git.dir,
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: index,
  };
  await git.git(['-c', 'core.bare=false', '-C', folder, 'add', '--all', '.'], {
    env,
  });
  const tree = await git.git(['write-tree'], {
    env: { GIT_INDEX_FILE: index },
  });
  fs.rmSync(index);
  const commit = await git.createCommit({
    tree: tree.toString().trim(),
    parents: [],
    message,
    author: AUTHOR,
  });
  await git.git(['update-ref', 'refs/heads/main', commit]);
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
