import { openDeployTab, workloadCard } from './deployTab';
import { expect, keepScreenshot, signIn, test } from './portal';
import { startBufferingProxy } from './startBufferingProxy';

test('Behind a proxy that holds streams back the Deploy tab is read at intervals, and goes live when it can', async ({
  browser,
  portal,
}) => {
  const proxy = await startBufferingProxy();
  const context = await browser.newContext({
    // By default Chromium uses no proxy for loopback.
    proxy: { server: proxy.server, bypass: '<-loopback>' },
  });
  try {
    const page = await context.newPage();
    await signIn(page, portal);
    await openDeployTab(page, 'chat');
    await expect(
      workloadCard(page, 'chat-frontend', 'production'),
    ).toContainText('Complete');
    const notice = page.getByText('Live updates don’t get through');
    await expect(notice).toBeVisible();
    await expect(page.getByText('Checked every 15 s')).toBeVisible();
    await expect(page.getByText(/aborted|fetch|network error/i)).toHaveCount(0);
    await keepScreenshot(page, 'behind-a-proxy');

    proxy.buffers = false;
    await expect(notice).toBeHidden({ timeout: 120_000 });
    await expect(
      workloadCard(page, 'chat-frontend', 'production'),
    ).toContainText('Complete');
  } finally {
    await context.close();
    await proxy.stop();
  }
});
