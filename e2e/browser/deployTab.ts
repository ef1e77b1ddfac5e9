import type { Locator, Page } from '@playwright/test';
import { expect } from './portal';

/** Clusters, pods and workflow runs take their time; a step of a rollout is over well before this. */
export const ROLLOUT_TIMEOUT = 180_000;

export async function openDeployTab(page: Page, component: string) {
  await page
    .getByRole('link', { name: 'Catalog', exact: true })
    .first()
    .click();
  await page.getByRole('link', { name: component, exact: true }).click();
  await page.getByRole('link', { name: 'Deploy', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
}

/** The Deploy tab without the portal's own header and sidebar. */
export const deployTabSelector = '[data-testid="deploy-tab"]';

export function workloadCard(
  page: Page,
  workload: string,
  environment: string,
) {
  return page.getByRole('article', { name: `${workload} in ${environment}` });
}

export async function openDialog(card: Locator, action: string) {
  await card.getByRole('button', { name: `${action}…` }).click();
  const dialog = card.page().getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Waits until the newest entry of the history tells that the command succeeded. */
export async function expectSucceeded(page: Page, title: string | RegExp) {
  const newest = page
    .getByRole('region', { name: 'History' })
    .getByRole('listitem')
    .first();
  await expect(newest).toContainText(title, { timeout: ROLLOUT_TIMEOUT });
  await expect(newest).toContainText('succeeded');
}
