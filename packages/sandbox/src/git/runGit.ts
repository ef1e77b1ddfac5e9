import { spawn } from 'node:child_process';

/** A git command that exited non-zero. */
export class GitError extends Error {
  constructor(
    args: string[],
    readonly exitCode: number | null,
    stderr: string,
  ) {
    super(`git ${args.join(' ')} exited ${exitCode}: ${stderr.trim()}`);
    this.name = 'GitError';
  }
}

/** The environment of every git the sandbox starts: none of the host's configuration. */
export function createGitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** Runs git and answers its output as bytes. */
export async function runGit(
  args: string[],
  options: {
    cwd?: string;
    input?: string | Buffer;
    env?: Record<string, string>;
  } = {},
): Promise<Buffer> {
  const child = spawn('git', args, {
    cwd: options.cwd,
    env: { ...createGitEnvironment(), ...options.env },
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => errors.push(chunk));
  // git may exit before it reads its input; its exit code tells why.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (exitCode === 0) return Buffer.concat(output);
  throw new GitError(args, exitCode, Buffer.concat(errors).toString());
}
