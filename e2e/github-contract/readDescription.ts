import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bringFolder, cacheFolder } from '../contract/cacheFolder';
import type { Description } from './Description';

const run = promisify(execFile);

/** GitHub's own description of api.github.com, as its SDK team publishes it on npm. */
const PACKAGE = '@octokit/openapi';
const VERSION = '23.0.2';
const FILE = 'package/generated/api.github.com.json';

/**
 * The published OpenAPI description of GitHub's REST API, brought from npm once.
 *
 * Of the package, 400 MB with every GitHub Enterprise Server's description in two forms, one file of 13 MB is kept, so
 * it is no dependency of the work tree. npm checks what it brings against the registry's hash.
 *
 * @throws Error in a sentence where it can't be brought.
 */
export async function readDescription(): Promise<Description> {
  const folder = cacheFolder('github-description', VERSION);
  try {
    await bringFolder(folder, async into => {
      const packed = await run(
        'npm',
        ['pack', `${PACKAGE}@${VERSION}`, '--silent'],
        {
          cwd: into,
        },
      );
      const archive = packed.stdout.trim();
      await run('tar', ['-xzf', archive, FILE], { cwd: into });
      await rm(join(into, archive));
    });
  } catch (error) {
    throw new Error(
      `GitHub's description (${PACKAGE} ${VERSION}) could not be brought from npm (${
        error instanceof Error ? error.message : error
      }): look at the network and npm's registry, then run this again.`,
    );
  }
  return JSON.parse(await readFile(join(folder, FILE), 'utf8'));
}
