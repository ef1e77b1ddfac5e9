import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listen } from '../http/listen';
import { createApi } from './api/app';
import { runControllers } from './controllers';
import { formatKubeconfig } from './kubeconfig';
import {
  loseNodes,
  runKubelet,
  standInNodes,
  type ImageSource,
} from './kubelet';
import type { LoggerService } from './logger';
import { Registry, ResourceCatalog } from './registry';
import { persist } from './persistence';
import { readState, resources, Store } from './storage';
import { loadCertificates } from './tls';

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
  /** Writes the state now; it is otherwise written a moment after each change. */
  save(): Promise<void>;
  /** Lets the kubelets stand still for good, as if their processes did, and their nodes be known as lost. */
  haltKubelets(): void;
  /** Lets the controllers stand still for good. */
  haltControllers(): void;
  /** Ends every connection and timer, and writes the state. */
  stop(): Promise<void>;
}

const DEFAULT_POD_READY_MS = 1500;
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
  // A version from before the cluster was there is as lost as one that etcd has compacted.
  registry.store.compact();

  const certificates = await loadCertificates(stateDir, name);
  const readOnlyToken = `${token}-read-only`;
  const listener = await listen(
    createApi({
      registry,
      logger,
      tokens: { admin: token, readOnly: readOnlyToken },
    }),
    { name, port, tls: certificates },
  );
  const controllers = runControllers({ registry, logger });
  const kubelet = runKubelet({
    registry,
    logger,
    images: options.images,
    podReadyMs: options.podReadyMs ?? DEFAULT_POD_READY_MS,
  });
  const persistence = persist(registry, stateFile, logger);

  const { url } = listener;
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
    save: () => persistence.save(),
    haltKubelets() {
      kubelet.stop();
      loseNodes(registry);
    },
    haltControllers: () => controllers.stop(),
    async stop() {
      kubelet.stop();
      controllers.stop();
      await listener.close();
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
