import { join } from 'node:path';
import { Command, Option } from 'commander';
import { clusterKinds, type ClusterKind } from './outside';
import { startPortal } from './portal';
import { defaultPorts, findFreePorts, type PortalPorts } from './ports';
import { repositoryRoot } from './repositoryRoot';

interface StartOptions {
  stateDir?: string;
  freePorts?: boolean;
  cluster: ClusterKind;
  appPort: number;
  backendPort: number;
  stagingPort: number;
  productionPort: number;
  githubPort: number;
  awsPort: number;
}

const command = new Command('npm start --')
  .description(
    'Starts the portal with its sandbox: two EKS clusters, GitHub and AWS on this machine, nothing else needed.',
  )
  .option(
    '--state-dir <folder>',
    'keep repositories, clusters and catalog here and go on with them next time (default: start anew)',
  )
  .option('--free-ports', 'take whatever ports are free')
  .addOption(
    new Option(
      '--cluster <kind>',
      'stands for EKS: the sandbox, or two real control planes of Kubernetes (needs Go)',
    )
      .choices(clusterKinds)
      .default('sandbox'),
  );
for (const [name, port] of Object.entries(defaultPorts)) {
  command.addOption(
    new Option(`--${name}-port <port>`, `port of ${name}`)
      .default(port)
      .argParser(parsePort),
  );
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    command.error(`'${text}' is no port: give a number from 1 to 65535.`);
  }
  return port;
}

function chosenPorts(
  options: StartOptions,
): Promise<PortalPorts> | PortalPorts {
  return options.freePorts
    ? findFreePorts()
    : {
        app: options.appPort,
        backend: options.backendPort,
        staging: options.stagingPort,
        production: options.productionPort,
        github: options.githubPort,
        aws: options.awsPort,
      };
}

/** Aborts at Ctrl-C, at a polite kill and when the terminal is closed. */
function endOfStay(): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort(new Error('Stopped.'));
  process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
  return controller.signal;
}

async function main() {
  const options = command.parse().opts<StartOptions>();
  if (options.cluster === 'control-plane' && options.stateDir) {
    command.error(
      'A real control plane begins anew at each start: leave out --state-dir, or --cluster control-plane.',
    );
  }
  const signal = endOfStay();
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const portal = await startPortal({
    ports: await chosenPorts(options),
    stateDir: options.stateDir ?? join(repositoryRoot, '.sandbox'),
    keepsState: options.stateDir !== undefined,
    cluster: options.cluster,
    onProgress: message =>
      console.log(`  ${seconds().padStart(7)}  ${message}`),
    signal,
  });
  console.log(
    `\nEKS Deploy is ready: ${portal.appUrl}  (press Enter to sign in, Ctrl-C ends everything; kubectl: KUBECONFIG=${portal.sandbox.kubeconfig}; log: ${portal.log})\n`,
  );
  const left = new Promise(resolve =>
    signal.addEventListener('abort', resolve),
  );
  try {
    await Promise.race([left, portal.failed]);
  } finally {
    await portal.stop();
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error.message);
    process.exit(error.message === 'Stopped.' ? 0 : 1);
  },
);
