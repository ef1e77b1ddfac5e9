import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findKubectl } from '@eks-deploy/scripts';
import type { Scene } from './Scene';

/** How a run of kubectl ended. */
export interface KubectlResult {
  code: number;
  stdout: string;
  stderr: string;
}

const TIMEOUT_MS = 60_000;

/** Runs the kubectl of this machine in a scene's namespace. */
export async function runKubectl(
  { cluster, namespace }: Scene,
  args: string[],
  input?: string,
): Promise<KubectlResult> {
  const command = await findKubectl();
  // A cache of its own: what one cluster serves is not to be taken for what another does.
  const home = await mkdtemp(join(tmpdir(), 'eks-deploy-kubectl-'));
  try {
    return await new Promise(resolve => {
      const child = execFile(
        command,
        ['--kubeconfig', cluster.kubeconfig, '--namespace', namespace, ...args],
        { env: { ...process.env, HOME: home }, timeout: TIMEOUT_MS },
        (error, stdout, stderr) =>
          resolve({
            code:
              typeof error?.code === 'number' ? error.code : Number(!!error),
            stdout,
            stderr,
          }),
      );
      child.stdin?.end(input);
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
