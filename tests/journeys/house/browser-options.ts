import type { PlaywrightTestConfig } from '@playwright/test';

/** The system's Chromium; nothing is downloaded and nothing is filmed. */
export const browserOptions: NonNullable<PlaywrightTestConfig['use']> = {
  browserName: 'chromium',
  video: 'off',
  actionTimeout: 12_000,
  trace: 'retain-on-failure',
  screenshot: 'only-on-failure',
  locale: 'en-GB',
  timezoneId: 'UTC',
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};
