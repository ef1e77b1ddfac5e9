import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import { createApi } from './api/app';
import { runControllers } from './controllers';
import { formatKubeconfig } from './kubeconfig';
import { runKubelet, standInNodes, type ImageSource } from './kubelet';
import type { LoggerService } from './logger';
import { Registry, ResourceCatalog } from './registry';
import { readState, resources, Store, writeState } from './storage';
import { loadCertificates, type Certificates } from './tls';

/**
 * How a stand-in cluster is started.
 *
 * @public
 */
export interface ClusterOptions {
  /** The cluster's name, also of its kubeconfig context. */
  name: string;
  /** The port on 127.0.0.1; 0 takes any free one. */
  port: number;
  /** Where state, certificates and kubeconfig are kept; belongs to this cluster alone. */
  stateDir: string;
  /** The bearer token that may do everything; `<token>-read-only` may read. */
  token: string;
  logger: LoggerService;
  /** Answers whether a node can pull an image. */
  images: ImageSource;
  /** Milliseconds from a container's start until it is ready; 1500 by default. */
  podReadyMs?: number;
}

/**
 * A running stand-in cluster.
 *
 * @public
 */
export interface Cluster {
  name: string;
  url: string;
  /** The CA that signed the server's certificate, PEM. */
  ca: string;
  /** The file that holds `ca`. */
  caFile: string;
  token: string;
  /** May get, list and watch, and is refused everything else. */
  readOnlyToken: string;
  /** A kubeconfig file for this cluster. */
  kubeconfig: string;
  /** The API in process, for seeding: the same rules as over HTTPS. */
  registry: Registry;
  /** Ends every connection and timer, and writes the state. */
  stop(): Promise<void>;
}

const DEFAULT_POD_READY_MS = 1500;
const SAVE_AFTER_MS = 1000;
const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const REGION = 'eu-west-1';

/**
 * Starts a stand-in for an EKS cluster: a Kubernetes API over HTTPS on loopback, with the controllers and the kubelet
 * that make Deployments roll.
 *
 * @public
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { name, port, stateDir, token, logger } = options;
  await mkdir(stateDir, { recursive: true });
  const stateFile = join(stateDir, 'state.json');
  const state = await readState(stateFile);
  const registry = new Registry(
    new Store(state?.store),
    new ResourceCatalog(state?.customResources),
  );
  seed(registry);

  const certificates = await loadCertificates(stateDir, name);
  const readOnlyToken = `${token}-read-only`;
  const server = await listen(
    port,
    name,
    certificates,
    createApi({
      registry,
      logger,
      tokens: { admin: token, readOnly: readOnlyToken },
    }),
  );
  const controllers = runControllers({ registry, logger });
  const kubelet = runKubelet({
    registry,
    logger,
    images: options.images,
    podReadyMs: options.podReadyMs ?? DEFAULT_POD_READY_MS,
  });
  const persistence = persist(registry, stateFile, logger);

  const address = server.address();
  const url = `https://127.0.0.1:${
    typeof address === 'object' && address ? address.port : port
  }`;
  const { ca } = certificates;
  const caFile = join(stateDir, 'ca.crt');
  await writeFile(caFile, ca);
  const kubeconfig = join(stateDir, 'kubeconfig');
  await writeFile(kubeconfig, formatKubeconfig([{ name, url, ca, token }]), {
    mode: 0o600,
  });
  logger.info(`Cluster ${name} listens on ${url}`);

  return {
    name,
    url,
    ca,
    caFile,
    token,
    readOnlyToken,
    kubeconfig,
    registry,
    async stop() {
      kubelet.stop();
      controllers.stop();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await persistence.stop();
    },
  };
}

function seed(registry: Registry): void {
  for (const name of NAMESPACES) {
    if (!registry.find(resources.namespaces, { name })) {
      registry.create(resources.namespaces, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
  }
  for (const node of standInNodes(REGION)) {
    if (!registry.find(resources.nodes, { name: node.metadata.name ?? '' })) {
      registry.create(resources.nodes, node);
    }
  }
}

function listen(
  port: number,
  name: string,
  { cert, key }: Certificates,
  handler: Parameters<typeof createServer>[1],
): Promise<Server> {
  const server = createServer({ cert, key }, handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} for the sandbox cluster ${name} is taken: end what listens there, or give the cluster another port.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Writes the state a moment after each change, and once more at the end. */
function persist(
  registry: Registry,
  file: string,
  logger: LoggerService,
): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  const save = () => {
    timer = undefined;
    const state = {
      store: registry.store.snapshot(),
      customResources: registry.catalog.custom(),
    };
    writing = writing
      .then(() => writeState(file, state))
      .catch(error =>
        logger.error(`The sandbox cluster's state could not be kept: ${error}`),
      );
  };
  const unsubscribe = registry.store.subscribe(() => {
    timer ??= setTimeout(save, SAVE_AFTER_MS);
  });
  return {
    async stop() {
      unsubscribe();
      clearTimeout(timer);
      save();
      await writing;
    },
  };
}
