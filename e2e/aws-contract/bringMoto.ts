import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bringFolder, cacheFolder } from '../contract/cacheFolder';
import { MissingPartyError } from '../contract/runContract';

const run = promisify(execFile);

const VERSION = '5.2.5';

/**
 * The python of an environment that has moto's server, brought from PyPI once.
 *
 * @throws MissingPartyError where there is no Python to bring it by.
 */
export async function bringMoto(): Promise<string> {
  const folder = cacheFolder('moto-server', VERSION);
  if (!existsSync(folder)) {
    await assertPython();
    console.error(`… bringing moto ${VERSION} from PyPI, the first time only`);
    await bringFolder(folder, async into => {
      await run('python3', ['-m', 'venv', into]);
      // An environment may be moved as long as only its python is called.
      await run(join(into, 'bin/python'), [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
        `moto[server]==${VERSION}`,
      ]);
    });
  }
  return join(folder, 'bin/python');
}

async function assertPython(): Promise<void> {
  try {
    await run('python3', ['-c', 'import venv, ensurepip']);
  } catch {
    throw new MissingPartyError(
      'it needs Python 3 with venv: install it (sudo apt-get install python3-venv), then run this again.',
    );
  }
}
