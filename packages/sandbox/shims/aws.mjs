// Stands in for the AWS CLI: what a deploy workflow calls, answered by the sandbox.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { callEcr } from './ecr.mjs';
import { readOptions } from './options.mjs';

const { words, options } = readOptions(process.argv.slice(2));

const commands = {
  'sts get-caller-identity': async () => ({
    UserId: 'AROASANDBOX:session',
    Account: '123456789012',
    Arn: 'arn:aws:sts::123456789012:assumed-role/sandbox/session',
  }),
  'eks update-kubeconfig': updateKubeconfig,
  'ecr get-login-password': async () => 'sandbox',
  'ecr describe-images': () =>
    callEcr('DescribeImages', {
      repositoryName: options['repository-name'],
      imageIds: readImageIds(),
    }),
  'ecr describe-repositories': () => callEcr('DescribeRepositories', {}),
};

// The sandbox's kubeconfig has a context for each cluster, named as the cluster.
async function updateKubeconfig() {
  const config = fs.readFileSync(process.env.SANDBOX_KUBECONFIG, 'utf8');
  const { name } = options;
  if (!config.includes(`\n  - name: ${name}\n`)) {
    throw new Error(
      `An error occurred (ResourceNotFoundException) when calling the DescribeCluster operation: No cluster found for name: ${name}.`,
    );
  }
  const file =
    options.kubeconfig ??
    process.env.KUBECONFIG ??
    path.join(os.homedir(), '.kube', 'config');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(
    file,
    config.replace(/^current-context: .*$/m, `current-context: ${name}`),
    { mode: 0o600 },
  );
  return `Updated context ${name} in ${file}`;
}

function readImageIds() {
  if (!options['image-ids']) return undefined;
  return options['image-ids']
    .split(/\s+/)
    .map(id => Object.fromEntries(id.split(',').map(pair => pair.split('='))));
}

// A path such as `imageDetails[0].imageDigest` is all of JMESPath that is read here.
function query(value, text) {
  return text
    .split(/[.[\]]/)
    .filter(Boolean)
    .reduce((member, key) => member?.[key], value);
}

const command = commands[words.slice(0, 2).join(' ')];
try {
  if (!command)
    throw new Error(`The sandbox has no command aws ${words.join(' ')}`);
  const answer = await command();
  const chosen = options.query ? query(answer, options.query) : answer;
  console.log(
    typeof chosen === 'string'
      ? chosen
      : JSON.stringify(chosen ?? null, null, 4),
  );
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 254;
}
