import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real kubectl, of KUBECTL or of PATH, on a server without authentication. */
export async function createKubectl(server: string) {
  const home = await mkdtemp(join(tmpdir(), 'kubectl-'));
  return {
    /** What it says of a Deployment's rollout, whether it takes it for a success or not. */
    rolloutStatus: (name: string) =>
      new Promise<string>(resolve => {
        execFile(
          process.env.KUBECTL ?? 'kubectl',
          [
            ...['--server', server, '--namespace', 'chat'],
            ...['rollout', 'status', `deployment/${name}`, '--watch=false'],
          ],
          {
            env: {
              HOME: home,
              PATH: process.env.PATH,
              KUBECONFIG: '/dev/null',
            },
            timeout: 20_000,
          },
          (error, stdout, stderr) => resolve(stdout || stderr || String(error)),
        );
      }),
    stop: () => rm(home, { recursive: true, force: true }),
  };
}
