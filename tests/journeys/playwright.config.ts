import { defineConfig } from '@playwright/test';
import { browserOptions } from './house/browser-options.ts';

/** One worker: each file starts a server with an embedded database of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may stall for seconds; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  timeout: 150_000,
  expect: { timeout: 20_000 },
  outputDir: '../../.cache/journeys',
  reporter: 'list',
  use: browserOptions,
});
