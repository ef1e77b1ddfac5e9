import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import * as winston from 'winston';
import {
  DEFAULT_PORTS,
  Sandbox,
  SandboxService,
  startSandbox,
} from './sandbox';

const SERVICES = Object.keys(DEFAULT_PORTS) as SandboxService[];

interface CliOptions {
  stateDir: string;
  examples: boolean;
  verbose?: boolean;
  stagingPort: number;
  productionPort: number;
  githubPort: number;
  awsPort: number;
}

const program = new Command('sandbox')
  .description(
    'Starts stand-ins for two EKS clusters, GitHub and AWS on 127.0.0.1.',
  )
  .option(
    '--state-dir <folder>',
    'where everything is kept',
    path.resolve('.sandbox'),
  )
  .option('--no-examples', 'starts without the two example services')
  .option('--verbose', 'tells what the services do')
  .action(run);
for (const service of SERVICES) {
  program.option(
    `--${service}-port <port>`,
    `the port of ${service}; 0 takes any free one`,
    parsePort,
    DEFAULT_PORTS[service],
  );
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

async function run(options: CliOptions) {
  const sandbox = await startSandbox({
    stateDir: options.stateDir,
    examples: options.examples,
    ports: {
      staging: options.stagingPort,
      production: options.productionPort,
      github: options.githubPort,
      aws: options.awsPort,
    },
    logger: winston.createLogger({
      level: options.verbose ? 'info' : 'error',
      format: winston.format.cli(),
      transports: [new winston.transports.Console()],
    }),
  });
  printAddresses(sandbox);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await sandbox.stop();
    process.exit();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function printAddresses(sandbox: Sandbox) {
  const { clusters, github, aws } = sandbox;
  const lines = [
    ['staging', clusters.staging.url],
    ['production', clusters.production.url],
    ['github', `${github.url} (token ${github.token})`],
    ['aws', aws.url],
    ['kubeconfig', sandbox.kubeconfig],
    ['app-config', sandbox.appConfig],
  ];
  for (const [name, address] of lines) {
    process.stdout.write(`${name.padEnd(12)}${address}\n`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}
