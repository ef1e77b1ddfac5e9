import fs from 'node:fs';
import path from 'node:path';
import * as winston from 'winston';
import { Logger } from 'winston';
import { findKubectl, installTools } from './actions/run/tools';
import { formatAppConfig } from './appConfig';
import { ImageStore } from './aws/imageStore';
import { startAws } from './aws/server';
import { Cluster, formatKubeconfig, startCluster } from './cluster';
import { EXAMPLE_REPOSITORIES } from './examples/exampleServices';
import { seedExamples } from './examples/seedExamples';
import { startGithub } from './github/server';
import { EnvironmentRecord } from './github/store';
import { applyObject, createKubernetesClient } from './kubernetes';
import { PACKAGE_FOLDER } from './packageFolder';
import { loadToken } from './state/loadToken';

/** A service of the sandbox that listens on a port of its own. @public */
export type SandboxService = 'staging' | 'production' | 'github' | 'aws';

/** Where the services listen unless told otherwise. @public */
export const DEFAULT_PORTS: Record<SandboxService, number> = {
  staging: 7101,
  production: 7102,
  github: 7103,
  aws: 7104,
};

/** A Kubernetes cluster that the portal shows and the workflows deploy to. @public */
export type SandboxCluster = Pick<
  Cluster,
  'name' | 'url' | 'ca' | 'caFile' | 'token' | 'kubeconfig'
>;

/** How the sandbox is started. @public */
export interface SandboxOptions {
  /** Where everything is kept; a later start with the same folder goes on from there. */
  stateDir: string;
  /** Ports by service; 0 takes any free one. */
  ports?: Partial<Record<SandboxService, number>>;
  logger?: Logger;
  /** Whether the two example services are deployed; true by default. */
  examples?: boolean;
  /** Clusters that run already, in the place of the sandbox's own; they outlive it, and no pod of theirs asks its ECR. */
  clusters?: Record<'staging' | 'production', SandboxCluster>;
  /** Milliseconds from a pod's start until it is ready. */
  podReadyMs?: number;
  /** The kubectl that workflows use; by default that of `KUBECTL`, else of `PATH`. */
  kubectl?: string;
}

/** A running sandbox. @public */
export interface Sandbox {
  clusters: Record<'staging' | 'production', SandboxCluster>;
  github: {
    url: string;
    apiUrl: string;
    host: string;
    token: string;
    /** Of the REST API, e.g. `GET /repos/:owner/:repo`. */
    routes: string[];
  };
  aws: { url: string; region: string; accountId: string };
  /** A kubeconfig file with the contexts `staging` and `production`. */
  kubeconfig: string;
  /** A generated `app-config.sandbox.yaml`. */
  appConfig: string;
  /** Ends everything that was started, workflows that run included. */
  stop(): Promise<void>;
}

const ACCOUNT = { accountId: '123456789012', region: 'eu-west-1' };
const REGISTRY = `${ACCOUNT.accountId}.dkr.ecr.${ACCOUNT.region}.amazonaws.com`;
const EXAMPLES = path.resolve(PACKAGE_FOLDER, '..', '..', 'examples');

/**
 * Starts the stand-ins for two EKS clusters, GitHub and AWS, on loopback only.
 *
 * @public
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const stateDir = path.resolve(options.stateDir);
  const logger = options.logger ?? winston.createLogger({ silent: true });
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const stops: Array<() => Promise<void>> = [];
  const stop = async () => {
    // Last started, first ended: workflows still reach the clusters while they are being cancelled.
    const failures: unknown[] = [];
    for (const end of stops.splice(0).reverse()) {
      await end().catch(error => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    fs.mkdirSync(stateDir, { recursive: true });
    const token = loadToken(stateDir);
    const images = new ImageStore(path.join(stateDir, 'aws'), REGISTRY);
    const own: Cluster[] = [];
    const start = async (name: 'staging' | 'production') => {
      const cluster = await startCluster({
        name,
        port: ports[name],
        stateDir: path.join(stateDir, name),
        token,
        logger,
        images,
        ...(options.podReadyMs !== undefined && {
          podReadyMs: options.podReadyMs,
        }),
      });
      stops.push(() => cluster.stop());
      own.push(cluster);
      return cluster;
    };
    const staging = options.clusters?.staging ?? (await start('staging'));
    const production =
      options.clusters?.production ?? (await start('production'));
    const clusters = [staging, production];
    const createdAt = new Date();
    const aws = await startAws({
      port: ports.aws,
      account: ACCOUNT,
      images,
      clusters: () =>
        clusters.map(({ name, url, ca }) => ({
          name,
          endpoint: url,
          ca,
          createdAt,
        })),
      logger,
    });
    stops.push(() => aws.close());

    const kubeconfig = path.join(stateDir, 'kubeconfig');
    fs.writeFileSync(kubeconfig, formatKubeconfig(clusters), { mode: 0o600 });
    const binDir = path.join(stateDir, 'bin');
    installTools(binDir, options.kubectl ?? findKubectl(process.env));
    const github = await startGithub({
      port: ports.github,
      stateDir: path.join(stateDir, 'github'),
      token,
      images,
      tools: { binDir, awsUrl: aws.url, region: ACCOUNT.region, kubeconfig },
      logger,
      onEnvironment: (_repository, environment) =>
        createNamespace(environment, clusters),
    });
    stops.push(() => github.stop());
    const { url, apiUrl, host, routes } = github;

    const examples = options.examples ?? true;
    if (examples) {
      await seedExamples({
        folder: EXAMPLES,
        stateDir,
        store: github.store,
        images,
        clusters,
        pullsFromEcr: !options.clusters,
        save: async () => {
          await Promise.all(own.map(cluster => cluster.save()));
        },
        account: { ...ACCOUNT, registry: REGISTRY },
        logger,
      });
    }
    const appConfig = path.join(stateDir, 'app-config.sandbox.yaml');
    const sandbox = {
      clusters: { staging, production },
      github: { url, apiUrl, host, routes, token },
      aws: { url: aws.url, ...ACCOUNT },
      kubeconfig,
      appConfig,
      stop,
    };
    fs.writeFileSync(
      appConfig,
      formatAppConfig({
        ...sandbox,
        clusters,
        examples: examples ? EXAMPLE_REPOSITORIES : [],
      }),
      { mode: 0o600 },
    );
    return sandbox;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What an administrator's bootstrap does on a real cluster: a deploy role may not create namespaces. */
async function createNamespace(
  environment: EnvironmentRecord,
  clusters: SandboxCluster[],
) {
  const name = environment.variables.KUBE_NAMESPACE?.value;
  const clusterName =
    environment.variables.EKS_CLUSTER?.value ?? environment.name;
  const cluster = clusters.find(candidate => candidate.name === clusterName);
  if (!name || !cluster) return;
  await applyObject(createKubernetesClient(cluster), {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  });
}
