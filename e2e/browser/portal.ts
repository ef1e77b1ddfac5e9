import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import {
  findFreePorts,
  repositoryRoot,
  startPortal,
  type Portal,
} from '@eks-deploy/scripts';

/** Playwright's test with a portal of its own, started once for a worker. */
export const test = base.extend<object, { portal: Portal }>({
  portal: [
    // Playwright reads the fixture's needs off this pattern; there are none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-browser-'));
      const portal = await startPortal({
        ports: await findFreePorts(),
        stateDir,
      });
      await use(portal);
      await portal.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

export { expect } from '@playwright/test';

export async function signIn(page: Page, portal: Portal): Promise<void> {
  await page.goto(portal.appUrl);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'chat', exact: true }).waitFor();
}

/** Keeps a picture of the page; SCREENSHOTS names another folder for it, from the repository's root. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS ?? 'e2e/results/screenshots';
  await page.screenshot({ path: join(repositoryRoot, folder, `${name}.png`) });
}
