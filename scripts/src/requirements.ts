import { execFileSync } from 'node:child_process';

/**
 * Makes sure that git is there: the sandbox's GitHub is made of it.
 *
 * @throws Error that says how to get it.
 */
export function assertGit(): void {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      'git is not on PATH, and the sandbox serves its repositories with it: install git (https://git-scm.com/downloads), then run this again.',
    );
  }
}
