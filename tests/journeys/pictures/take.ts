import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import type { ApiPerson } from '../house/api-person.ts';

const folder = fileURLToPath(new URL('../../../screenshots/', import.meta.url));
const widths = { 1440: 900, 390: 844 } as const;

/** Answers as a server whose database is gone; who one is and where stays known, so that the page itself shows it. */
async function failAll(page: Page): Promise<void> {
  const known = /\/api\/v1\/(me|me\/organizations|organization|entrance)(\?|$)/;
  const problem = {
    type: 'urn:promptvault:error:server.unavailable',
    title: 'Unavailable',
    status: 503,
    code: 'server.unavailable',
    detail: 'The database cannot be reached at the moment. Try again in a few seconds.',
  };
  await page.route('**/api/v1/**', (route) =>
    known.test(route.request().url())
      ? route.fallback()
      : route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem }),
  );
}

export interface Take {
  name: string;
  address: string;
  person: ApiPerson | undefined;
  fails?: boolean;
}

/** Four pictures: wide and narrow, light and dark. */
export async function take(browser: Browser, { name, address, person, fails = false }: Take): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const context: BrowserContext = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    await person?.enter(context);
    await context.addInitScript(
      (id) => id && sessionStorage.setItem('promptvault.organization', id),
      person?.organizationId,
    );
    const page = await context.newPage();
    if (fails) await failAll(page);
    for (const [width, height] of Object.entries(widths)) {
      await page.setViewportSize({ width: Number(width), height });
      await page.goto(address);
      await expect(page.getByRole('main')).toHaveCount(1);
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
      await page.waitForTimeout(fails ? 2_500 : 400);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
