import { defineConfig } from '@playwright/test';
import { browserOptions } from './house/browser-options.ts';

/** `npm run screenshots -- <page|all>`: pictures to look at, into ./screenshots of the repository; never compared. */
export default defineConfig({
  testDir: 'pictures',
  testMatch: '*.pictures.ts',
  workers: 1,
  timeout: 120_000,
  outputDir: '../../.cache/screenshots',
  reporter: 'list',
  use: { ...browserOptions, trace: 'off', screenshot: 'off' },
});
