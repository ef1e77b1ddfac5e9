import { defineConfig } from '@playwright/test';

/** Clicks through the product on a portal started from nothing, in the system's own Chromium. */
export default defineConfig({
  testDir: './browser',
  outputDir: './results/artifacts',
  workers: 1,
  // Nothing waits this long on an idle machine; a busy one is no reason to fail.
  timeout: 480_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Visitors on Linux and Windows see scrollbars, and they take room.
      ignoreDefaultArgs: ['--hide-scrollbars'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
