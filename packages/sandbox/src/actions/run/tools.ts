import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PACKAGE_FOLDER } from '../../packageFolder';

/** Where the stand-ins for a runner's tools find the rest of the sandbox. */
export interface ToolEnvironment {
  /** A folder for PATH that goes before the machine's own. */
  binDir: string;
  awsUrl: string;
  region: string;
  /** A kubeconfig with one context for each cluster, named as the cluster. */
  kubeconfig: string;
}

const SHIMS = path.join(PACKAGE_FOLDER, 'shims');
const SHIM_NAMES = [
  'aws',
  'curl',
  'docker',
  'gradle',
  'java',
  'mvn',
  'npm',
  'npx',
  'pnpm',
  'yarn',
];

/** Writes the stand-ins of a runner's tools, and the real kubectl, into a folder for PATH. */
export function installTools(binDir: string, kubectl: string | undefined) {
  mkdirSync(binDir, { recursive: true });
  for (const name of SHIM_NAMES) {
    writeLauncher(binDir, name, [
      process.execPath,
      path.join(SHIMS, `${name}.mjs`),
    ]);
  }
  writeLauncher(binDir, 'node', [process.execPath]);
  if (kubectl) writeLauncher(binDir, 'kubectl', [kubectl]);
}

/** The kubectl of `KUBECTL`, else the first on `PATH`. */
export function findKubectl(env: NodeJS.ProcessEnv): string | undefined {
  if (env.KUBECTL) return env.KUBECTL;
  return (env.PATH ?? '')
    .split(path.delimiter)
    .map(dir => path.join(dir, 'kubectl'))
    .find(isExecutable);
}

function writeLauncher(binDir: string, name: string, command: string[]) {
  const file = path.join(binDir, name);
  const words = command.map(word => `'${word.replaceAll("'", "'\\''")}'`);
  writeFileSync(file, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`);
  chmodSync(file, 0o755);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
