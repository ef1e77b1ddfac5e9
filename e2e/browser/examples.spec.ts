import { openDeployTab, workloadCard } from './deployTab';
import { expect, keepScreenshot, test } from './portal';

test.describe.serial('The example services', () => {
  test('stand in the catalog', async ({ visitor: page }) => {
    for (const name of ['chat', 'orders']) {
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    }
  });

  test('show chat’s backend in the middle of a rollout in staging', async ({
    visitor: page,
  }) => {
    await openDeployTab(page, 'chat');
    const backend = workloadCard(page, 'chat-backend', 'staging');
    await expect(backend).toContainText('Progressing');
    await expect(backend).toContainText(
      /of 3 new pods (created|available) so far/,
    );
    await expect(backend.getByRole('progressbar')).toBeVisible();
    await expect(
      workloadCard(page, 'chat-frontend', 'production'),
    ).toContainText('Complete');
    await keepScreenshot(page, 'deploy-tab');
  });

  test('show orders’ backend stuck in production, with cause and remedy, and no right to act', async ({
    visitor: page,
  }) => {
    await openDeployTab(page, 'orders');
    const backend = workloadCard(page, 'orders-backend', 'production');
    // It fails once its progress deadline has passed.
    await expect(backend).toContainText(/Held up|Failed/);
    await expect(backend).toContainText('The node can’t pull the image.');
    await expect(backend).toContainText('redeploy an image that exists');
    await expect(backend).toContainText(
      'you are not allowed to in production; ask the component’s owner.',
    );
    for (const action of ['Restart…', 'Roll back…', 'Redeploy…']) {
      await expect(
        backend.getByRole('button', { name: action }),
      ).toBeDisabled();
    }
    await backend
      .getByRole('button', { name: 'Restart…' })
      .scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'stuck');
  });
});
