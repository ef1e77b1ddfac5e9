import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * Path of the system's Chromium: the one that `CHROMIUM` names, or one on PATH.
 *
 * @throws Error that says how to install it.
 */
export function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROMIUM,
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = candidates.find(path => path && isExecutable(path));
  if (!found) {
    throw new Error(
      'The browser tests need Chromium: install it by `sudo apt-get install chromium` (macOS: `brew install --cask google-chrome`), or name one in CHROMIUM.',
    );
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
