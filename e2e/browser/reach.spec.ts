import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  deployTabSelector,
  openDeployTab,
  openDialog,
  workloadCard,
} from './deployTab';
import {
  expectNothingScrolls,
  measureScrollbar,
  useTallLetters,
} from './findScrollers';
import { expect, keepScreenshot, test } from './portal';

test.describe('The Deploy tab', () => {
  test.beforeEach(async ({ visitor: page }) => {
    await openDeployTab(page, 'chat');
    await expect(workloadCard(page, 'chat-frontend', 'staging')).toBeVisible();
  });

  test('can be read by everyone', async ({ visitor: page }) => {
    await expectNoBarrier(page, deployTabSelector);
  });

  test('can be read by everyone in the dark', async ({ visitor: page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      'dark',
    );
    // Another theme starts the page again.
    await expect(workloadCard(page, 'chat-frontend', 'staging')).toContainText(
      'Complete',
    );
    await keepScreenshot(page, 'deploy-tab-dark');
    await expectNoBarrier(page, deployTabSelector);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  for (const action of ['Restart', 'Roll back', 'Redeploy']) {
    test(`has a dialog to ${action} that everyone can use`, async ({
      visitor: page,
    }) => {
      const dialog = await openDialog(
        workloadCard(page, 'chat-frontend', 'staging'),
        action,
      );
      await expect(
        dialog.getByRole('status', { name: /^Loading/ }),
      ).toHaveCount(0);
      await expectNoBarrier(page, '[role="dialog"]');
      await expectNothingScrolls(page, '[role="dialog"]');
      await page.keyboard.press('Escape');
    });
  }

  test('needs no mouse: Enter opens a dialog, Escape leads back', async ({
    visitor: page,
  }) => {
    const button = workloadCard(page, 'chat-frontend', 'staging').getByRole(
      'button',
      { name: 'Restart…' },
    );
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('is looked at with scrollbars that take room', async ({
    visitor: page,
  }) => {
    expect(await measureScrollbar(page)).toBeGreaterThan(0);
  });

  test('leaves scrolling to the page, in every window', async ({
    visitor: page,
  }) => {
    await expectNothingScrolls(page, deployTabSelector);
    await useTallLetters(page);
    await expectNothingScrolls(page, deployTabSelector);
  });

  test('fits a narrow screen without scrolling sideways', async ({
    visitor: page,
  }) => {
    await page.setViewportSize({ width: 400, height: 900 });
    await expect
      .poll(() =>
        page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        ),
      )
      .toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

/** Fails on what axe calls serious or worse within the selected part; the rest of the page is Backstage's. */
async function expectNoBarrier(page: Page, selector: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .analyze();
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
  ).toEqual([]);
}
