import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bringFolder, cacheFolder } from '../../contract/cacheFolder';

const run = promisify(execFile);
const MODULE = 'github.com/argoproj/argo-rollouts';
const CRDS = [
  'rollout',
  'analysis-run',
  'analysis-template',
  'cluster-analysis-template',
  'experiment',
];

/** Argo Rollouts as it is published: its programs by absolute path, its resource definitions, and its version. */
export interface ArgoPrograms {
  controller: string;
  kubectlPlugin: string;
  /** Files to be created in a cluster. */
  crds: string[];
  /** E.g. `v1.10.1`. */
  version: string;
}

/**
 * Argo Rollouts of the version that `go.mod` pins, from the cache or built into it: some five minutes on two cores.
 *
 * @throws Error with Go's own words where it can't be built.
 */
export async function bringArgo(
  onProgress: (message: string) => void,
): Promise<ArgoPrograms> {
  const version = await readVersion();
  const folder = cacheFolder('argo-rollouts', await hashOfModule());
  await bringFolder(folder, async into => {
    onProgress(`building Argo Rollouts ${version}; it takes some minutes`);
    await build(into);
  });
  return {
    version,
    controller: join(folder, 'rollouts-controller'),
    kubectlPlugin: join(folder, 'kubectl-argo-rollouts'),
    crds: CRDS.map(name => join(folder, 'crds', `${name}-crd.yaml`)),
  };
}

async function build(into: string): Promise<void> {
  const flags = [
    '-p',
    '2',
    '-trimpath',
    '-buildvcs=false',
    '-ldflags',
    '-s -w',
  ];
  await go('build', ...flags, '-o', `${into}/`, 'tool');
  const source = (await go('list', '-m', '-f', '{{.Dir}}', MODULE)).trim();
  await mkdir(join(into, 'crds'));
  for (const name of CRDS) {
    const file = `${name}-crd.yaml`;
    await cp(join(source, 'manifests/crds', file), join(into, 'crds', file));
  }
}

async function go(...args: string[]): Promise<string> {
  const { stdout } = await run('nice', ['-n', '19', 'go', ...args], {
    cwd: __dirname,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
  }).catch(error => {
    throw new Error(
      `Argo Rollouts could not be built (go ${args[0]} failed): install Go 1.26 or later (https://go.dev/dl), which has to reach its module proxy.\n${error.stderr}`,
    );
  });
  return stdout;
}

async function readVersion(): Promise<string> {
  const text = await readFile(join(__dirname, 'go.mod'), 'utf8');
  const [, version] =
    /^\tgithub\.com\/argoproj\/argo-rollouts (v\S+)/m.exec(text) ?? [];
  if (!version) {
    throw new Error(
      `e2e/record/argo/go.mod names no version of ${MODULE}: restore it.`,
    );
  }
  return version;
}

/** How it is built belongs to what is built. */
async function hashOfModule(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum', 'bringArgo.ts']) {
    hash.update(await readFile(join(__dirname, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
