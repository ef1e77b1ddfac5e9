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

/** Playwright's test with a portal of its own and a visitor signed in to it, both for all tests of a worker. */
export const test = base.extend<object, { portal: Portal; visitor: Page }>({
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
    { scope: 'worker', timeout: 300_000 },
  ],
  // A page for each test would load the whole app anew each time.
  visitor: [
    async ({ browser, portal }, use, { project }) => {
      const context = await browser.newContext({
        viewport: project.use.viewport,
      });
      const page = await context.newPage();
      await signIn(page, portal);
      await use(page);
      await context.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

export { expect } from '@playwright/test';

export async function signIn(page: Page, portal: Portal): Promise<void> {
  await page.goto(portal.appUrl, { timeout: 120_000 });
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'chat', exact: true }).waitFor();
}

/** Keeps a picture of the page; SCREENSHOTS names another folder for it, from the repository's root. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS ?? 'e2e/results/screenshots';
  // Where nothing lights up under it.
  await page.mouse.move(1, 1);
  await page.screenshot({ path: join(repositoryRoot, folder, `${name}.png`) });
}
