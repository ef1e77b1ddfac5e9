import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  findBinaries,
  type BinariesOptions,
  type BinaryName,
} from './binaries';
import { makeCertificates } from './certificates';
import {
  apiServer,
  controllerManager,
  etcd,
  kwok,
  scheduler,
} from './components';
import { makeHistory } from './etcdHistory';
import { writeFiles } from './files';
import { createFirstObjects } from './firstObjects';
import { findFreePorts } from './freePorts';
import { Processes } from './processes';
import { writePodLog } from './podLog';
import { untilApiReady, untilNodesReady } from './readiness';

/** How a control plane is started. */
export interface ControlPlaneOptions extends BinariesOptions {
  /** The cluster's name, also of its kubeconfig context; `control-plane` by default. */
  name?: string;
  /** Where keys, data and logs are kept while it runs; a temporary folder by default. Begun anew at each start. */
  stateDir?: string;
  /** Milliseconds from a container's start until it is ready; 500 by default. */
  podReadyMs?: number;
}

/** A running control plane of Kubernetes with simulated nodes. */
export interface ControlPlane {
  name: string;
  url: string;
  /** The CA that signed the server's certificate, PEM. */
  ca: string;
  /** The file that holds `ca`. */
  caFile: string;
  /** The bearer token that may do everything. */
  token: string;
  /** May get, list and watch, and is refused everything else. */
  readOnlyToken: string;
  /** A kubeconfig file: context `<name>` signs in with a client certificate, `<name>-token` with the token. */
  kubeconfig: string;
  /** The kubectl that was built with it. */
  kubectl: string;
  /** The process of a program, for what has to see it stand still or end. */
  pidOf(name: BinaryName): number;
  /** Ends the API server as a crash does; {@link ControlPlane.startApiServer} brings it back. */
  killApiServer(): Promise<void>;
  /** Starts the API server after {@link ControlPlane.killApiServer} on the same port and data, and waits until it is ready. */
  startApiServer(): Promise<void>;
  /** Rejects, in a sentence, if a process ends before {@link ControlPlane.stop}. */
  failed: Promise<never>;
  /** Ends every process, and removes the state folder. */
  stop(): Promise<void>;
}

/**
 * Starts etcd, kube-apiserver, kube-controller-manager, kube-scheduler and KWOK on free loopback ports, and waits until
 * pods can be scheduled.
 *
 * @throws Error in a sentence, with nothing left running.
 */
export async function startControlPlane(
  options: ControlPlaneOptions = {},
): Promise<ControlPlane> {
  const { name = 'control-plane', podReadyMs = 500 } = options;
  const binaries = await findBinaries(options);
  const stateDir = options.stateDir
    ? resolve(options.stateDir)
    : await mkdtemp(join(tmpdir(), 'eks-deploy-control-plane-'));
  await rm(stateDir, { recursive: true, force: true });
  const processes = new Processes(stateDir);
  const ending = new AbortController();
  const stop = async () => {
    ending.abort();
    await processes.stop();
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const ports = await findFreePorts();
    const certificates = await makeCertificates();
    const token = randomBytes(16).toString('hex');
    const readOnlyToken = randomBytes(16).toString('hex');
    const url = `https://127.0.0.1:${ports.api}`;
    const files = await writeFiles(stateDir, {
      ...{ name, url, certificates, token, readOnlyToken, podReadyMs },
    });
    await writePodLog(files.podLog, ending.signal);
    const api = { url, ca: certificates.ca, token };

    const start = async () => {
      processes.start(binaries, etcd(files, ports));
      await makeHistory({
        url: `https://127.0.0.1:${ports.etcd}`,
        ca: certificates.ca,
        ...certificates.admin,
      });
      processes.start(binaries, apiServer(files, ports));
      await untilApiReady(api);
      processes.start(binaries, controllerManager(files));
      processes.start(binaries, scheduler(files));
      processes.start(binaries, kwok(files, ports));
      await createFirstObjects(api, ports);
      await untilNodesReady(api);
    };
    await Promise.race([start(), processes.failed, brokenOff(options.signal)]);
    return {
      ...{ name, url, token, readOnlyToken, stop },
      ca: certificates.ca,
      caFile: files.ca,
      kubeconfig: files.kubeconfig,
      kubectl: binaries.kubectl,
      failed: processes.failed,
      pidOf: program => processes.pidOf(program),
      killApiServer: () => processes.kill('kube-apiserver'),
      async startApiServer() {
        processes.start(binaries, apiServer(files, ports));
        await untilApiReady(api);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function brokenOff(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new Error('The start was broken off.'));
    if (signal?.aborted) {
      fail();
    }
    signal?.addEventListener('abort', fail);
  });
}
