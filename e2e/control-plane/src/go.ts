import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** There is no Go on this machine that would build the control plane; the message says which, and where it comes from. */
export class MissingGoError extends Error {}

/**
 * Makes sure that a Go is there which builds the control plane.
 *
 * @throws MissingGoError
 */
export async function assertGo(needed: string): Promise<void> {
  const found = await findGo();
  const remedy = `install Go ${needed} or later (https://go.dev/dl), then run this again.`;
  if (!found) {
    throw new MissingGoError(
      `A real control plane is built with Go, which is not on PATH: ${remedy}`,
    );
  }
  if (!isAtLeast(found, needed)) {
    throw new MissingGoError(
      `A real control plane is built with Go ${needed} or later, and PATH has ${found}: ${remedy}`,
    );
  }
}

/** Whether this machine has any Go at all. */
export async function findGo(): Promise<string | undefined> {
  try {
    // GOTOOLCHAIN=local: the Go that is installed, not one that it would download for a go.mod nearby.
    const { stdout } = await run('go', ['env', 'GOVERSION'], {
      env: { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off' },
      cwd: '/',
    });
    return stdout.trim().replace(/^go/, '');
  } catch {
    return undefined;
  }
}

/** Compares versions number by number; a release candidate counts as its release. */
export function isAtLeast(version: string, needed: string): boolean {
  const [have, need] = [version, needed].map(text =>
    (text.match(/\d+/g) ?? []).slice(0, 3).map(Number),
  );
  for (const [index, number] of need.entries()) {
    const difference = (have[index] ?? 0) - number;
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
