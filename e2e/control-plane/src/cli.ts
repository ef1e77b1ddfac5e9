import { parseArgs } from 'node:util';
import { startControlPlane, type ControlPlane } from './startControlPlane';

const USAGE = `Usage: ./yarnw control-plane [--name NAME] [--state-dir FOLDER] [--pod-ready-ms MILLISECONDS]

Starts a real control plane of Kubernetes with simulated nodes on 127.0.0.1, until Ctrl-C.`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      'state-dir': { type: 'string' },
      'pod-ready-ms': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const podReadyMs = Number(values['pod-ready-ms'] ?? 500);
  if (!Number.isInteger(podReadyMs) || podReadyMs < 0) {
    throw new Error('--pod-ready-ms takes a whole number of milliseconds.');
  }
  return {
    help: values.help,
    podReadyMs,
    name: values.name,
    stateDir: values['state-dir'],
  };
}

async function main(): Promise<void> {
  const { help, ...options } = readOptions();
  if (help) {
    console.log(USAGE);
    return;
  }
  const startedAt = Date.now();
  const ending = endingSignal();
  const controlPlane = await startControlPlane({
    ...options,
    signal: ending,
    onProgress: message => console.log(`… ${message}`),
  });
  print(controlPlane, Date.now() - startedAt);
  const ended = new Promise<void>(resolve => {
    ending.addEventListener('abort', () => resolve());
  });
  await Promise.race([ended, controlPlane.failed]).finally(() =>
    controlPlane.stop(),
  );
}

function print(controlPlane: ControlPlane, tookMs: number): void {
  const { url, token, readOnlyToken, kubeconfig, kubectl } = controlPlane;
  const lines = {
    ready: `after ${(tookMs / 1000).toFixed(1)} s; Ctrl-C ends it`,
    ...{ url, token },
    'read-only': readOnlyToken,
    kubeconfig,
    try: `${kubectl} --kubeconfig ${kubeconfig} get nodes`,
  };
  for (const [name, value] of Object.entries(lines)) {
    console.log(`${name.padEnd(12)}${value}`);
  }
}

/** Aborted by the first signal that asks this process to end. */
function endingSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  return controller.signal;
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
