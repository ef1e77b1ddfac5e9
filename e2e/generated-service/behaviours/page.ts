import assert from 'node:assert/strict';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';
import { repositoryRoot } from '@eks-deploy/scripts';
import { aPicture } from '../aPicture';
import { behaviours } from '../../contract/Behaviour';
import type { GeneratedService } from '../GeneratedService';

const SLOW = { timeout: 20_000 };

export const page = behaviours<GeneratedService>('the page', {
  'lets two people chat over wss, and one see what the other uploads': async ({
    browser,
    origin,
  }) => {
    const ada = await visit(browser, `${origin}/#/pictures`);
    const grace = await visit(browser, `${origin}/#/pictures`);
    try {
      await ada.page.getByLabel('Name').fill('Ada');
      await ada.page.getByRole('button', { name: 'Go' }).click();
      await ada.page
        .getByRole('textbox', { name: 'Message' })
        .fill('Look at this');
      await ada.page.getByRole('button', { name: 'Send' }).click();
      await expect(grace.page.getByText('Look at this')).toBeVisible(SLOW);

      const choosing = ada.page.waitForEvent('filechooser');
      await ada.page.getByRole('button', { name: 'Attach' }).click();
      await (
        await choosing
      ).setFiles({
        name: 'a name of mine.png',
        mimeType: 'image/png',
        buffer: aPicture(),
      });
      const image = grace.page.getByRole('img', { name: 'From Ada' });
      await expect(image).toBeVisible(SLOW);
      await expect(image).toHaveJSProperty('naturalWidth', 160, SLOW);

      assert.ok(ada.sockets.every(url => url.startsWith('wss://')));
      assert.deepEqual([...ada.problems, ...grace.problems], []);
      await keepPictures(grace.page);
    } finally {
      await Promise.all([ada.leave(), grace.leave()]);
    }
  },

  'comes back by itself, without a gap, when its backend is replaced': async ({
    browser,
    origin,
    replicas,
  }) => {
    const ada = await visit(browser, `${origin}/#/coming-back`);
    try {
      await send(ada.page, 'before');
      for (const replica of replicas) {
        await replica.stop();
        await send(ada.page, `while ${replica.port} is away`);
        await replica.start();
      }
      await send(ada.page, 'after');
      await expect(ada.page.getByRole('listitem')).toHaveCount(4, SLOW);
      await expect(ada.page.getByText('Connected')).toBeVisible(SLOW);
      assert.ok(ada.sockets.length > 1, 'it never had to connect again');
    } finally {
      await ada.leave();
    }
  },

  'is used without a mouse': async ({ browser, origin }) => {
    const ada = await visit(browser, `${origin}/#/keys`);
    try {
      const { keyboard } = ada.page;
      await keyboard.press('Tab');
      await expect(ada.page.getByLabel('Name')).toBeFocused();
      await keyboard.type('Ada');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await keyboard.press('Tab');
      await expect(ada.page.getByRole('log')).toBeFocused();
      await keyboard.press('Tab');
      await keyboard.type('No mouse');
      await keyboard.press('Enter');
      await expect(ada.page.getByRole('log')).toContainText('No mouse', SLOW);
      await expect(
        ada.page.getByRole('textbox', { name: 'Message' }),
      ).toBeFocused();
    } finally {
      await ada.leave();
    }
  },

  'gives axe nothing to object to, in light and dark': async ({
    browser,
    origin,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const ada = await visit(browser, `${origin}/#/axe`, colorScheme);
      try {
        await send(ada.page, `in ${colorScheme}`);
        const { violations } = await new AxeBuilder({
          page: ada.page,
        }).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          [],
        );
      } finally {
        await ada.leave();
      }
    }
  },
});

async function visit(
  browser: Browser,
  url: string,
  colorScheme: 'light' | 'dark' = 'light',
) {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    colorScheme,
  });
  const visited = await context.newPage();
  const sockets: string[] = [];
  const problems: string[] = [];
  visited.on('websocket', socket => sockets.push(socket.url()));
  visited.on('pageerror', error => problems.push(error.message));
  visited.on('console', message => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await visited.goto(url);
  await expect(visited.getByText('Connected')).toBeVisible(SLOW);
  return { page: visited, sockets, problems, leave: () => context.close() };
}

async function send(on: Page, text: string) {
  await on.getByRole('textbox', { name: 'Message' }).fill(text);
  await on.getByRole('button', { name: 'Send' }).click();
  await expect(on.getByRole('log').getByText(text)).toBeVisible(SLOW);
}

/** Wide and narrow, light and dark, to be looked at. */
async function keepPictures(of: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of [
      [1000, 640],
      [360, 640],
    ]) {
      await of.emulateMedia({ colorScheme });
      await of.setViewportSize({ width, height });
      await of.screenshot({
        path: join(
          repositoryRoot,
          `e2e/results/screenshots/generated-service-${colorScheme}-${width}.png`,
        ),
      });
    }
  }
}
