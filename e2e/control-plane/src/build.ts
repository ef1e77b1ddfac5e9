import { spawn } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { moduleFolder } from './versions';

/** What stands at the end of a failed build's output is why it failed. */
const LAST_LINES = 15;

export interface BuildOptions {
  onProgress?: (message: string) => void;
  /** Breaks the build off. */
  signal?: AbortSignal;
}

/**
 * Builds every `tool` of `go.mod` into a folder, politely: at the lowest priority, two compilers at a time.
 *
 * @throws Error with the end of the compiler's output.
 */
export async function buildBinaries(
  folder: string,
  kubernetes: string,
  { onProgress, signal }: BuildOptions,
): Promise<void> {
  const args = ['build', '-p', '2', '-trimpath', '-buildvcs=false'];
  args.push('-ldflags', linkerFlags(kubernetes), '-o', `${folder}/`, 'tool');
  const startedAt = Date.now();
  await new Promise<void>((resolve, reject) => {
    const child = spawn('nice', ['-n', '19', 'go', ...args], {
      cwd: moduleFolder,
      env: {
        ...process.env,
        CGO_ENABLED: '0',
        GOFLAGS: '',
        GOTOOLCHAIN: 'local',
        GOWORK: 'off',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      signal,
    });
    let output = '';
    child.stderr.on('data', chunk => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, endedBy) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `The control plane could not be built (go build ended with ${
                endedBy ?? code
              }): mend what it says below, then run this again.\n${output
                .trimEnd()
                .split('\n')
                .slice(-LAST_LINES)
                .join('\n')}`,
            ),
          ),
    );
  });
  // Go names a program after the last part of its import path, go.etcd.io/etcd/server/v3.
  await rename(join(folder, 'server'), join(folder, 'etcd'));
  onProgress?.(
    `built in ${Math.round((Date.now() - startedAt) / 60_000)} minutes`,
  );
}

/** No debugging symbols, and the version that `/version` answers, which Kubernetes' own build sets the same way. */
function linkerFlags(kubernetes: string): string {
  const [major, minor] = kubernetes.replace(/^v/, '').split('.');
  const values = {
    gitVersion: kubernetes,
    gitMajor: major,
    gitMinor: minor,
    gitTreeState: 'clean',
  };
  const packages = [
    'k8s.io/component-base/version',
    'k8s.io/client-go/pkg/version',
  ];
  return [
    '-s -w',
    ...packages.flatMap(name =>
      Object.entries(values).map(
        ([key, value]) => `-X ${name}.${key}=${value}`,
      ),
    ),
  ].join(' ');
}
