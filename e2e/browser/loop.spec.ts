import {
  expectSucceeded,
  openDeployTab,
  openDialog,
  ROLLOUT_TIMEOUT,
  workloadCard,
} from './deployTab';
import { expect, keepScreenshot, test } from './portal';
import {
  chooseTemplate,
  fillEnvironments,
  fillRepository,
  fillService,
  goOn,
  openClusterPicker,
} from './wizard';

const service = 'parcels';
const backend = `${service}-backend`;

test.describe.serial('A service', () => {
  test('is created by the wizard, and both tiers get complete in staging, live', async ({
    visitor: page,
  }) => {
    await chooseTemplate(page);
    await fillService(page, 'Parcels!');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(
      page.getByText(/^'Name' Start with a lower-case letter/),
    ).toBeVisible();
    await page.getByRole('textbox', { name: 'Name' }).fill(service);
    await goOn(page, page.getByRole('textbox', { name: 'Repository' }));
    await fillRepository(page, service);
    await goOn(page, page.getByRole('textbox', { name: 'Namespace' }));
    await fillEnvironments(page, [
      { name: 'staging', prefix: `${service}-staging` },
      { name: 'production', prefix: service },
    ]);
    await openClusterPicker(page);
    await keepScreenshot(page, 'create');
    await page.keyboard.press('Escape');
    await goOn(page, page.getByLabel('Most pods of each tier'));
    await goOn(page, page.getByRole('row', { name: /^Environments/ }));
    await page.getByRole('button', { name: 'Create' }).click();

    for (const link of ['Component', 'Repository', 'First workflow runs']) {
      await expect(page.getByRole('link', { name: link })).toBeVisible({
        timeout: ROLLOUT_TIMEOUT,
      });
    }
    await page.getByRole('link', { name: 'Deploy tab' }).click();
    for (const workload of [backend, `${service}-frontend`]) {
      await expect(workloadCard(page, workload, 'staging')).toContainText(
        'Complete',
        { timeout: ROLLOUT_TIMEOUT },
      );
    }
  });

  test('is restarted', async ({ visitor: page }) => {
    await openDeployTab(page, service);
    const card = workloadCard(page, backend, 'staging');
    const dialog = await openDialog(card, 'Restart');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('a new secret');
    await dialog.getByRole('button', { name: 'Restart' }).click();
    await expect(dialog).toBeHidden();
    await expectSucceeded(page, /^Restarted/);
    await expect(page.getByText('Why: a new secret')).toBeVisible();
  });

  test('is redeployed by its own workflow', async ({ visitor: page }) => {
    await openDeployTab(page, service);
    const card = workloadCard(page, backend, 'staging');
    const dialog = await openDialog(card, 'Redeploy');
    await expect(dialog.getByRole('button', { name: /serving/ })).toBeVisible();
    await dialog.getByRole('button', { name: 'Redeploy' }).click();
    await expect(dialog).toBeHidden();
    await expectSucceeded(page, /^Redeployed/);
    await expect(
      card.getByRole('link', { name: /Workflow run/ }),
    ).toBeVisible();
  });

  test('is rolled back, for a reason', async ({ visitor: page }) => {
    await openDeployTab(page, service);
    const card = workloadCard(page, backend, 'staging');
    const dialog = await openDialog(card, 'Roll back');
    const submit = dialog.getByRole('button', { name: /^Roll back to/ });
    await dialog.getByText('Revision 1', { exact: true }).click();
    await expect(submit).toBeDisabled();
    await dialog
      .getByRole('textbox', { name: 'Reason' })
      .fill('logins fail since 14:05');
    await keepScreenshot(page, 'rollback');
    await submit.click();
    await expect(dialog).toBeHidden();
    await expectSucceeded(page, /^Rolled back from revision \d+ to revision 1/);
  });
});
