import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startProcessGroup } from '@eks-deploy/process-group';
import type { Sandbox } from '@eks-deploy/sandbox';
import { waitForAnswer } from './answers';
import { findKubectl } from './kubectl';
import { startOutside, type ClusterKind } from './outside';
import { writePortalConfig } from './portalConfig';
import { assertPortsFree, type PortalPorts } from './ports';
import { repositoryRoot } from './repositoryRoot';
import { assertGit } from './requirements';

/** A running portal: sandbox, backend and app. */
export interface Portal {
  appUrl: string;
  backendUrl: string;
  sandbox: Sandbox;
  /** File that holds what backend and app printed. */
  log: string;
  /** Rejects if backend or app ends before {@link Portal.stop}. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

export interface PortalOptions {
  ports: PortalPorts;
  stateDir: string;
  /** Go on with what the state folder holds, instead of starting anew. */
  keepsState?: boolean;
  /** What stands for the EKS clusters: the sandbox's own (by default), or two real control planes. */
  cluster?: ClusterKind;
  /** Called as each part gets ready. */
  onProgress?: (message: string) => void;
  signal?: AbortSignal;
}

/**
 * Starts the sandbox, the backend and the app, and waits until the page really answers.
 *
 * @throws Error in one sentence that says what to do, with nothing left running.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const {
    ports,
    onProgress = () => {},
    keepsState = false,
    cluster = 'sandbox',
  } = options;
  const stateDir = resolve(options.stateDir);
  assertGit();
  await assertPortsFree(ports);
  if (!keepsState) {
    await rm(stateDir, { recursive: true, force: true });
  }
  await mkdir(stateDir, { recursive: true });

  process.env.KUBECTL = await findKubectl();
  const outside = await startOutside({
    ...{ cluster, stateDir, ports, onProgress },
    signal: options.signal,
  });
  const { sandbox } = outside;
  const log = join(stateDir, 'portal.log');
  const output = createWriteStream(log);
  const configs = await writePortalConfig({
    stateDir,
    ports,
    keepsState,
    configs: [join(repositoryRoot, 'app-config.yaml'), sandbox.appConfig],
  });
  onProgress('starting the backend and the app');
  const processes = startProcessGroup(
    process.execPath,
    [
      join(repositoryRoot, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'start',
      ...configs.flatMap(config => ['--config', config]),
    ],
    {
      cwd: repositoryRoot,
      output,
      env: {
        ...process.env,
        // The sandbox's AWS takes any signature; nobody's own credentials reach it.
        AWS_ACCESS_KEY_ID: 'sandbox',
        AWS_SECRET_ACCESS_KEY: 'sandbox',
        AWS_PROFILE: undefined,
        AWS_SESSION_TOKEN: undefined,
      },
    },
  );
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await processes.stop();
    await outside.stop();
    output.end();
  };
  const ended = processes.ended.then(async how => {
    if (stopping) {
      return new Promise<never>(() => {});
    }
    throw new Error(
      `The backend or the app ended (${how}). The last lines of ${log}:\n${await lastLines(
        log,
      )}`,
    );
  });
  const failed = Promise.race([ended, outside.failed]);
  failed.catch(() => {});

  const appUrl = `http://localhost:${ports.app}`;
  const backendUrl = `http://localhost:${ports.backend}`;
  try {
    const { signal } = options;
    await Promise.race([
      failed,
      Promise.all([
        waitForAnswer(`${backendUrl}/.backstage/health/v1/readiness`, {
          signal,
        }).then(() => onProgress('the backend answers')),
        waitForAnswer(appUrl, { signal, withScripts: true }).then(() =>
          onProgress('the app answers'),
        ),
      ]),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { appUrl, backendUrl, sandbox, log, failed, stop };
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-25).join('\n');
}
