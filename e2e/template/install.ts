import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../contract/cacheFolder';
import { runTool } from './runTool';

/** Where pinned tools are kept, outside of the repository: each in a folder that carries its version. */
export const CACHE_DIR = cacheFolder();

/** The machine lacks a language that a tool is made with; the message says how to get it. */
export class MissingLanguageError extends Error {}

/** A tool of which one version is installed. */
export interface Tool {
  /** Below the cache: `checkers/zizmor-1.32.0`. */
  folder: string;
  /**
   * Fills an empty folder.
   *
   * @throws MissingLanguageError
   * @throws Error that says what else is wrong, and the remedy.
   */
  install(dir: string): Promise<void>;
}

/** A tool from Go's module proxy, checked by Go's checksum database. */
export const goTool = (name: string, version: string, path: string): Tool => ({
  folder: `checkers/${name}-${version}`,
  install: dir => goInstall(dir, ['install', `${path}@v${version}`], dir),
});

/** A tool whose dependencies a committed `go.mod` and `go.sum` pin. */
export const goModuleTool = (
  name: string,
  version: string,
  moduleDir: string,
): Tool => ({
  folder: `checkers/${name}-${version}`,
  async install(dir) {
    const module = join(dir, 'module');
    await cp(moduleDir, module, { recursive: true });
    await goInstall(dir, ['install', 'tool'], module);
  },
});

async function goInstall(dir: string, args: string[], cwd: string) {
  // Fails without Go, and where it is older than the module asks for.
  await assertLanguage('go', ['list', '-m'], {
    cwd: join(__dirname, 'checkers/kube-linter'),
    env: { GOTOOLCHAIN: 'local', GOWORK: 'off' },
    missing: 'it needs Go 1.26 or later; install it (https://go.dev/dl)',
  });
  await mustRun('go', args, {
    cwd,
    env: { GOBIN: join(dir, 'bin'), GOFLAGS: '-buildvcs=false' },
    remedy: 'Go has to reach its module proxy (go env GOPROXY)',
  });
}

/** A tool from PyPI, in a virtual environment of its own. */
export const pythonTool = (
  folder: string,
  version: string,
  requirement: string,
): Tool => ({
  folder: `${folder}${version}`,
  async install(dir) {
    await assertLanguage(
      'python3',
      ['-c', 'import sys, venv, ensurepip; assert sys.version_info >= (3, 10)'],
      {
        cwd: dir,
        missing:
          'it needs Python 3.10 or later with venv; install it (on Debian: apt-get install python3-venv)',
      },
    );
    await mustRun('python3', ['-m', 'venv', dir], {
      cwd: dir,
      remedy: 'the disk may be full',
    });
    await mustRun(
      join(dir, 'bin/python'),
      [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
        `${requirement}==${version}`,
      ],
      { cwd: dir, remedy: 'pip has to reach PyPI or a mirror of it' },
    );
  },
});

/** The folder of a tool, installed if it wasn't; a mark tells a whole install from one that was cut off. */
export async function ensureTool(
  tool: Tool,
  onProgress: (message: string) => void,
): Promise<string> {
  const dir = join(CACHE_DIR, tool.folder);
  const mark = join(dir, '.installed');
  if (await stat(mark).catch(() => undefined)) return dir;
  onProgress(`installing ${tool.folder}, the first time only`);
  // A virtual environment knows its own path, so it is built where it stays.
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  await tool.install(dir);
  await writeFile(mark, '');
  return dir;
}

async function assertLanguage(
  command: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string>; missing: string },
) {
  if (!(await runTool(command, args, options)).ok) {
    throw new MissingLanguageError(options.missing);
  }
}

async function mustRun(
  command: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string>; remedy: string },
) {
  const { ok, output } = await runTool(command, args, options);
  if (!ok) {
    throw new Error(
      `${command} ${args.join(' ')} failed; ${options.remedy}.\n${output}`,
    );
  }
}
