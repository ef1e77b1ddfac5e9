import fs from 'node:fs';
import path from 'node:path';
import { Logger } from 'winston';
import { ImageStore } from '../aws/imageStore';
import { GithubStore } from '../github/store';
import { ReachableCluster } from '../kubernetes';
import {
  EXAMPLE_OWNER,
  EXAMPLE_SERVICES,
  ExampleAccount,
  ExampleService,
  TIERS,
} from './exampleServices';
import { clearCluster, seedCluster } from './seedCluster';
import { SeedProgress } from './seedProgress';
import { commitReleases, seedRepository } from './seedRepository';

/** What the examples are put into. */
export interface SeedOptions {
  /** The folder that holds `chat` and `orders`. */
  folder: string;
  stateDir: string;
  store: GithubStore;
  images: ImageStore;
  clusters: ReachableCluster[];
  /** Whether the clusters' pods find out by ECR what images there are. */
  pullsFromEcr: boolean;
  /** Writes what the clusters hold. */
  save(): Promise<void>;
  account: ExampleAccount;
  logger: Logger;
}

/** Puts the example services into GitHub, ECR and the clusters; those that are there already stay. */
export async function seedExamples(options: SeedOptions): Promise<void> {
  for (const { name } of EXAMPLE_SERVICES) {
    const folder = path.join(options.folder, name);
    if (!fs.existsSync(path.join(folder, 'deploy'))) {
      throw new Error(
        `The example service is missing: ${folder} has no folder 'deploy'. Check out the repository's examples/, or start with --no-examples.`,
      );
    }
  }
  const progress = new SeedProgress(options.stateDir);
  await Promise.all(
    EXAMPLE_SERVICES.map(async example => {
      const { name } = example;
      const before = progress.read(name);
      const exists = options.store.repository(EXAMPLE_OWNER, name);
      if (before === 'complete' || (!before && exists)) return;
      if (before === 'begun') await clear(options, example);
      progress.write(name, 'begun');
      await seed(options, example);
      progress.write(name, 'complete');
      options.logger.info(`examples: ${name} is deployed`);
    }),
  );
}

async function seed(options: SeedOptions, example: ExampleService) {
  const { store, images, account, clusters } = options;
  const { name, versions, unfinished } = example;
  const folder = path.join(options.folder, name);
  for (const tier of TIERS) {
    for (const version of versions) images.push(`${name}-${tier}`, version);
  }
  if (unfinished.isInEcr) {
    images.push(`${name}-${unfinished.tier}`, unfinished.version);
  }
  const repository = await seedRepository(store, folder, name, account);
  await Promise.all(
    clusters
      .filter(cluster =>
        fs.existsSync(path.join(folder, 'deploy', cluster.name)),
      )
      .map(cluster => seedCluster(cluster, folder, example, options)),
  );
  await commitReleases(store, repository, folder, example, account);
  store.save();
  await options.save();
}

/** Takes away what a start that died half-way has left. */
async function clear(
  { store, clusters }: SeedOptions,
  { name }: ExampleService,
) {
  const repository = store.repository(EXAMPLE_OWNER, name);
  if (repository) store.deleteRepository(repository);
  await Promise.all(clusters.map(cluster => clearCluster(cluster, name)));
}
