import fs from 'node:fs';
import path from 'node:path';
import { V1Deployment } from '@kubernetes/client-node';
import { Logger } from 'winston';
import { ImageStore } from '../aws/imageStore';
import { Cluster, READY_AFTER_ANNOTATION } from '../cluster';
import { GithubStore, RepositoryRecord } from '../github/store';
import { applyObject, createKubernetesClient } from '../kubernetes';
import {
  createReleasedDeployment,
  getTier,
  isDeployment,
  readManifests,
  Release,
  writeRelease,
} from './manifests';
import { ExampleAccount, listFolders, seedRepository } from './seedRepository';

/** The example services, and the release of each that has not gone well yet. */
const EXAMPLES = [
  {
    name: 'chat',
    versions: ['1.0.0', '1.1.0', '1.2.0'],
    unfinished: {
      environment: 'staging',
      tier: 'backend',
      version: '1.3.0',
      cause: 'backend 1.3.0 by sandbox: slow start, still rolling',
      inEcr: true,
      podAnnotations: { [READY_AFTER_ANNOTATION]: '60s' } as Record<
        string,
        string
      >,
    },
  },
  {
    name: 'orders',
    versions: ['2.0.0', '2.1.0', '2.2.0'],
    unfinished: {
      environment: 'production',
      tier: 'backend',
      version: '2.3.0',
      cause: 'backend 2.3.0 by sandbox: a tag that nobody has pushed',
      inEcr: false,
      podAnnotations: {} as Record<string, string>,
    },
  },
];

type Example = (typeof EXAMPLES)[number];

const REPLICAS = 3;
const POLL_MS = 50;
const SEED_TIMEOUT_MS = 30_000;

/** What the examples are put into. */
export interface SeedOptions {
  /** The folder that holds `chat` and `orders`. */
  folder: string;
  store: GithubStore;
  images: ImageStore;
  clusters: Cluster[];
  account: ExampleAccount;
  logger: Logger;
}

/** The repositories of the examples, as `owner/name`. */
export const EXAMPLE_REPOSITORIES = EXAMPLES.map(
  ({ name }) => `example-org/${name}`,
);

/** Puts the example services into GitHub, ECR and the clusters; those that are there already stay. */
export async function seedExamples(options: SeedOptions): Promise<void> {
  for (const { name } of EXAMPLES) {
    if (!fs.existsSync(path.join(options.folder, name, 'deploy'))) {
      throw new Error(
        `The example service is missing: ${path.join(
          options.folder,
          name,
        )} has no folder 'deploy'. Check out the repository's examples/, or start with --no-examples.`,
      );
    }
  }
  await Promise.all(EXAMPLES.map(example => seedExample(options, example)));
}

async function seedExample(options: SeedOptions, example: Example) {
  const { store, images, account, clusters, logger } = options;
  const folder = path.join(options.folder, example.name);
  if (store.repository('example-org', example.name)) return;
  const repository = await seedRepository(store, folder, example.name, account);
  for (const tier of ['backend', 'frontend']) {
    for (const version of example.versions) {
      images.push(`${example.name}-${tier}`, version);
    }
  }
  const { unfinished } = example;
  if (unfinished.inEcr) {
    images.push(`${example.name}-${unfinished.tier}`, unfinished.version);
  }
  const environments = listFolders(path.join(folder, 'deploy'));
  await Promise.all(
    environments.map(async environment => {
      const cluster = clusters.find(
        candidate => candidate.name === environment,
      );
      if (cluster) await seedEnvironment(options, example, cluster);
    }),
  );
  await commitReleases(options, example, repository, environments);
  logger.info(`examples: ${example.name} is deployed`);
}

/** Each version once, with no pods so that it takes no time; then the last one with all of them. */
async function seedEnvironment(
  { folder, account }: SeedOptions,
  example: Example,
  cluster: Cluster,
) {
  const client = createKubernetesClient(cluster);
  const environment = cluster.name;
  const objects = readManifests(
    path.join(folder, example.name, 'deploy', environment),
  );
  const deployments = objects.filter(isDeployment);
  for (const object of objects) {
    if (!isDeployment(object) && object.kind !== 'HorizontalPodAutoscaler') {
      await applyObject(client, object);
    }
  }
  const scale = (deployment: V1Deployment, replicas: number): V1Deployment => ({
    ...deployment,
    spec: {
      ...(deployment.spec as NonNullable<V1Deployment['spec']>),
      replicas,
    },
  });
  const whenObserved = async (
    deployment: V1Deployment,
    isDone: (live: V1Deployment) => boolean,
  ) => {
    const deadline = Date.now() + SEED_TIMEOUT_MS;
    for (;;) {
      const live = (await client.read({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name: deployment.metadata?.name ?? '',
          namespace: deployment.metadata?.namespace ?? '',
        },
      })) as V1Deployment;
      const observed =
        live.status?.observedGeneration === live.metadata?.generation;
      if (observed && isDone(live)) return;
      if (Date.now() > deadline) {
        throw new Error(
          `The example's Deployment ${deployment.metadata?.name} did not settle in ${environment}.`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  };

  await Promise.all(
    deployments.map(async deployment => {
      const tier = getTier(deployment);
      for (const [index, version] of example.versions.entries()) {
        const release = createRelease(account, example.name, tier, version);
        const released = createReleasedDeployment(deployment, release);
        await applyObject(client, scale(released, 0));
        await whenObserved(
          released,
          live =>
            live.metadata?.annotations?.[
              'deployment.kubernetes.io/revision'
            ] === String(index + 1),
        );
      }
      const last = createRelease(
        account,
        example.name,
        tier,
        example.versions.slice(-1)[0],
      );
      const released = createReleasedDeployment(deployment, last);
      await applyObject(client, scale(released, REPLICAS));
      await whenObserved(
        released,
        live => live.status?.readyReplicas === REPLICAS,
      );
      const { unfinished } = example;
      if (unfinished.environment === environment && unfinished.tier === tier) {
        const image = `${account.registry}/${example.name}-${tier}:${unfinished.version}`;
        const next = { image, cause: unfinished.cause };
        await applyObject(
          client,
          createReleasedDeployment(deployment, next, unfinished.podAnnotations),
        );
      }
    }),
  );
  for (const object of objects) {
    if (object.kind === 'HorizontalPodAutoscaler')
      await applyObject(client, object);
  }
}

/** Writes what runs into the manifests in git, a commit for each, as the deploy workflow does. */
async function commitReleases(
  { folder, store, account }: SeedOptions,
  example: Example,
  repository: RepositoryRecord,
  environments: string[],
) {
  for (const environment of environments) {
    for (const tier of ['backend', 'frontend']) {
      const file = path.posix.join(
        'deploy',
        environment,
        tier,
        'deployment.yaml',
      );
      const onDisk = path.join(folder, example.name, file);
      if (!fs.existsSync(onDisk)) continue;
      const { unfinished } = example;
      const release =
        unfinished.environment === environment && unfinished.tier === tier
          ? {
              image: `${account.registry}/${example.name}-${tier}:${unfinished.version}`,
              cause: unfinished.cause,
            }
          : createRelease(
              account,
              example.name,
              tier,
              example.versions.slice(-1)[0],
            );
      const manifest = writeRelease(fs.readFileSync(onDisk, 'utf8'), release);
      await store.git(repository).writeFiles({
        branch: repository.defaultBranch,
        changes: { [file]: Buffer.from(manifest) },
        message: `deploy: ${tier} to ${environment} [skip ci]\n\n${release.cause}`,
        author: {
          name: 'github-actions[bot]',
          email: 'github-actions@example.com',
        },
      });
    }
  }
}

function createRelease(
  account: ExampleAccount,
  name: string,
  tier: string,
  version: string,
): Release {
  return {
    image: `${account.registry}/${name}-${tier}:${version}`,
    cause: `${tier} ${version} by sandbox`,
  };
}
