import type { Locator, Page } from '@playwright/test';
import { expect } from './portal';

export interface EnvironmentAnswers {
  name: string;
  /** Start of all host names, so that no two environments share one. */
  prefix: string;
  /** Written by hand where no clusters are listed; else the one of the environment's name is chosen. */
  cluster?: string;
}

export async function chooseTemplate(page: Page) {
  await page.getByRole('link', { name: 'Create', exact: true }).first().click();
  await page.getByRole('button', { name: 'Choose' }).click();
}

export async function fillService(page: Page, name: string) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page
    .getByRole('textbox', { name: 'Description' })
    .fill('Where a parcel is');
  await page.getByRole('textbox', { name: 'Owner' }).click();
  await page.getByRole('option', { name: 'Chat' }).click();
}

export async function fillRepository(page: Page, repository: string) {
  await page.getByRole('textbox', { name: 'Owner' }).fill('example-org');
  await page.getByRole('textbox', { name: 'Repository' }).fill(repository);
}

/** Fills one environment after another; its cluster is picked from what the backend lists. */
export async function fillEnvironments(
  page: Page,
  environments: EnvironmentAnswers[],
) {
  for (const [index, { name, prefix, cluster }] of environments.entries()) {
    const fill = (label: string, answer: string) =>
      page.getByRole('textbox', { name: label }).nth(index).fill(answer);
    await fill('Environment', name);
    await (cluster
      ? fill('Cluster', cluster)
      : chooseCluster(page, index, name));
    await fill('Host of the page', `${prefix}.example.com`);
    await fill('Host of the API', `${prefix}-api.example.com`);
    await fill('Kafka bootstrap servers', 'kafka.example.com:9092');
    await fill('S3 bucket for uploads', `${prefix}-uploads`);
  }
}

/** Chooses one of the listed clusters for an environment, counted from 0. */
export async function chooseCluster(page: Page, index: number, name: string) {
  await page
    .getByRole('button', { name: /Cluster$/ })
    .nth(index)
    .click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

/** Opens the first environment's picker in the middle of the window. */
export async function openClusterPicker(page: Page) {
  const picker = page.getByRole('button', { name: /Cluster$/ }).first();
  await picker.evaluate(element => element.scrollIntoView({ block: 'center' }));
  await picker.click();
  await expect(page.getByRole('option').first()).toBeVisible();
}

/** Leaves a page of the wizard for the one that shows what is given. */
export async function goOn(page: Page, shown: Locator) {
  await page.getByRole('button', { name: /^(Next|Review)$/ }).click();
  await expect(shown).toBeVisible();
}
