import path from 'node:path';
import { KubernetesObjectApi, V1Deployment } from '@kubernetes/client-node';
import { BEHAVIOUR_ANNOTATION } from '../cluster';
import {
  applyObject,
  createKubernetesClient,
  isNotFound,
  ReachableCluster,
} from '../kubernetes';
import {
  ExampleAccount,
  ExampleService,
  getFinishedReleases,
  getUnfinishedRelease,
  Release,
} from './exampleServices';
import {
  createReleasedDeployment,
  getTier,
  isDeployment,
  readManifests,
} from './manifests';

const REPLICAS = 3;
const POLL_MS = 50;
const TIMEOUT_MS = 30_000;

/** Where the pods' images are. */
interface SeedSource {
  account: ExampleAccount;
  /** Whether pods find out by ECR what images there are. */
  pullsFromEcr: boolean;
}

/** Brings an example into a cluster, with the revisions its versions leave behind. */
export async function seedCluster(
  cluster: ReachableCluster,
  folder: string,
  example: ExampleService,
  from: SeedSource,
): Promise<void> {
  const client = createKubernetesClient(cluster);
  const objects = readManifests(path.join(folder, 'deploy', cluster.name));
  const deployments = objects.filter(isDeployment);
  const others = objects.filter(object => !isDeployment(object));
  const isAutoscaler = ({ kind = '' }) => kind === 'HorizontalPodAutoscaler';
  for (const object of others) {
    if (!isAutoscaler(object)) await applyObject(client, object);
  }
  await Promise.all(
    deployments.map(deployment =>
      release(client, cluster.name, deployment, example, from),
    ),
  );
  // An autoscaler would not let the Deployments be without pods.
  for (const object of others) {
    if (isAutoscaler(object)) await applyObject(client, object);
  }
}

/** Takes an example out of a cluster, with everything in its namespace. */
export async function clearCluster(
  cluster: ReachableCluster,
  namespace: string,
): Promise<void> {
  const client = createKubernetesClient(cluster);
  const object = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  };
  const isGone = async () => {
    try {
      await client.read(object);
      return false;
    } catch (error) {
      if (isNotFound(error)) return true;
      throw error;
    }
  };
  if (await isGone()) return;
  await client.delete(object);
  await until(isGone, `The namespace ${namespace} of ${cluster.name} to end`);
}

/** Each version once, with no pods so that it takes no time; then the last one with all of them. */
async function release(
  client: KubernetesObjectApi,
  environment: string,
  deployment: V1Deployment,
  example: ExampleService,
  from: SeedSource,
): Promise<void> {
  const tier = getTier(deployment);
  const apply = (change: Release, replicas?: number) => {
    const manifest = createReleasedDeployment(deployment, change);
    return applyObject(client, scale(manifest, replicas), manifest);
  };
  const settled = (isSettled: (live: V1Deployment) => boolean) =>
    untilSettled(client, environment, deployment, isSettled);

  const releases = getFinishedReleases(from.account, example, tier);
  for (const [index, finished] of releases.entries()) {
    await apply(finished, 0);
    await settled(live => isRevision(live, index + 1));
  }
  await apply(releases[releases.length - 1], REPLICAS);
  await settled(live => live.status?.readyReplicas === REPLICAS);
  const next = getUnfinishedRelease(from.account, example, environment, tier);
  if (!next) return;
  const isMissed = !from.pullsFromEcr && !example.unfinished.isInEcr;
  await apply(isMissed ? withMissingImage(next) : next);
}

/** Pods that ask no ECR have to be told that it lacks their image. */
function withMissingImage(next: Release): Release {
  return {
    ...next,
    podAnnotations: {
      ...next.podAnnotations,
      [BEHAVIOUR_ANNOTATION]: 'image-error',
    },
  };
}

/** The manifests leave the size to the autoscaler, so that here it has to be given. */
function scale(deployment: V1Deployment, replicas?: number): V1Deployment {
  const { spec } = deployment;
  return spec && replicas !== undefined
    ? { ...deployment, spec: { ...spec, replicas } }
    : deployment;
}

function isRevision(deployment: V1Deployment, revision: number): boolean {
  const { annotations } = deployment.metadata ?? {};
  return (
    annotations?.['deployment.kubernetes.io/revision'] === String(revision)
  );
}

function untilSettled(
  client: KubernetesObjectApi,
  environment: string,
  { metadata }: V1Deployment,
  isSettled: (live: V1Deployment) => boolean,
): Promise<void> {
  const { name = '', namespace = '' } = metadata ?? {};
  const isDone = async () => {
    const live: V1Deployment = await client.read({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace },
    });
    const { observedGeneration } = live.status ?? {};
    return observedGeneration === live.metadata?.generation && isSettled(live);
  };
  return until(isDone, `The Deployment ${name} of ${environment} to settle`);
}

async function until(
  isDone: () => Promise<boolean>,
  what: string,
): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await isDone())) {
    if (Date.now() > deadline) {
      throw new Error(
        `${what} took more than ${
          TIMEOUT_MS / 1000
        } seconds: start the sandbox again, or with --no-examples.`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}
