import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../cluster';

/** How a run of kubectl ended. */
export interface KubectlResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** The real kubectl, against one cluster. */
export interface Kubectl {
  /** Runs to its end, within ten seconds. */
  (...args: string[]): Promise<KubectlResult>;
  /** Feeds a manifest to `kubectl … -f -`. */
  feed(manifest: unknown, ...args: string[]): Promise<KubectlResult>;
  /** Runs until its output contains the text, then ends it; fails after ten seconds. */
  until(text: string, ...args: string[]): Promise<string>;
}

const TIMEOUT_MS = 10_000;

/** The kubectl of `KUBECTL` or of PATH; its absence fails the test with what to do about it. */
export function findKubectl(): string {
  const command = process.env.KUBECTL ?? 'kubectl';
  const { error, status } = spawnSync(command, ['version', '--client'], {
    timeout: TIMEOUT_MS,
  });
  if (error || status !== 0) {
    throw new Error(
      `These tests run the real kubectl, and "${command}" does not run: install kubectl (https://kubernetes.io/docs/tasks/tools/) or name one in KUBECTL.`,
    );
  }
  return command;
}

/** kubectl with the cluster's own kubeconfig and a discovery cache of its own. */
export function kubectlFor(cluster: Cluster): Kubectl {
  const command = findKubectl();
  const home = mkdtempSync(join(tmpdir(), 'kubectl-'));
  const env = {
    ...process.env,
    KUBECONFIG: cluster.kubeconfig,
    HOME: home,
    KUBECACHEDIR: join(home, 'cache'),
  };
  const run = (args: string[], input?: string) =>
    new Promise<KubectlResult>(resolve => {
      const child = execFile(
        command,
        args,
        { env, timeout: TIMEOUT_MS },
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
  return Object.assign((...args: string[]) => run(args), {
    feed: (manifest: unknown, ...args: string[]) =>
      run([...args, '-f', '-'], JSON.stringify(manifest)),
    until: (text: string, ...args: string[]) =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(command, args, { env });
        let output = '';
        const timer = setTimeout(() => {
          child.kill();
          reject(
            new Error(
              `kubectl ${args.join(
                ' ',
              )} did not print "${text}" but: ${output}`,
            ),
          );
        }, TIMEOUT_MS);
        child.stdout.on('data', chunk => {
          output += chunk;
          if (output.includes(text)) child.kill();
        });
        child.on('close', () => {
          clearTimeout(timer);
          resolve(output);
        });
      }),
  });
}
