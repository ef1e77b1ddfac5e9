import { findOnPath } from './findOnPath';

/**
 * Path of the system's Chromium: the one that `CHROMIUM` names, or one on PATH.
 *
 * @throws Error that says how to install it.
 */
export function findChromium(): string {
  const found = findOnPath(
    process.env.CHROMIUM,
    'chromium',
    'chromium-browser',
    'google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  if (!found) {
    throw new Error(
      'The browser tests need Chromium: install it by `sudo apt-get install chromium` (macOS: `brew install --cask google-chrome`), or name one in CHROMIUM.',
    );
  }
  return found;
}
