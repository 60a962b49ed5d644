import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf } from './house/studio.ts';

let house: House;
let person: ApiPerson;
const signedOut = ['/sign-in', '/sign-up'];
const signedIn: string[] = [
  '/',
  '/prompts',
  '/prompts/import',
  '/studio',
  '/reviews',
  '/context',
  '/runs',
  '/notices',
  '/settings/profile',
  '/settings/notifications',
  '/settings/sharing',
  '/settings/mail',
  '/settings/organization',
  '/settings/members',
  '/settings/models',
  '/settings/labels',
  '/settings/tags',
  '/settings/reviews',
  '/settings/budget',
];

test.beforeAll(async () => {
  house = await startHouse();
  person = await house.signUp('Ada');
  await person.send('POST', '/imports/csv', {
    csv: 'title,prompt,tags\nTides,Explain {{topic}} to {{audience}}.,sea\nHouse voice,Be calm.,tone\n',
  });
  await person.send('POST', '/model-connections', {
    name: 'Alpha',
    provider: 'openai',
    baseUrl: house.provider.baseUrls.openai,
    key: 'sk-scripted-0123456789',
  });
  const { items } = await person.send('GET', '/prompts?q=tides');
  const { comparison } = await person.send('POST', '/runs', {
    source: { kind: 'version', promptId: items[0].id, number: 1 },
    values: { topic: 'the tides', audience: 'a child' },
    models: [
      { connectionId: null, model: 'echo' },
      { connectionId: null, model: 'echo' },
    ],
  });
  const [left, right] = comparison.runs;
  await branchApart(items[0].id);
  const rule = { requiredApprovals: 1, requiredChecks: ['suite:tone', 'ci:build'], dismissOnCommit: true };
  await person.send('PUT', '/review-rule', rule, { 'if-match': '"r0"' });
  const report = { status: 'failed', summary: '9 of 12 pass', url: 'https://ci.example.com/12' };
  await person.send('PUT', `/prompts/${items[0].id}/versions/3/checks/ci:build`, report);
  const review = { title: 'Warmer', source: 'warmer', target: 'main' };
  const { id: reviewId } = await person.send('POST', `/prompts/${items[0].id}/reviews`, review);
  signedIn.push(
    `/prompts/${items[0].id}`,
    `/prompts/${items[0].id}?branch=warmer&tab=outline`,
    `/prompts/${items[0].id}?merge=warmer&tab=labels`,
    `/prompts/${items[0].id}?version=1&against=draft`,
    `/reviews/${reviewId}`,
    `/reviews/new?prompt=${items[0].id}&source=warmer`,
    `/runs/${left.id}`,
    `/runs/compare?left=${left.id}&right=${right.id}`,
  );
});

/** Two branches that changed the same sentence. */
async function branchApart(promptId: string): Promise<void> {
  const { document } = await person.send('GET', `/prompts/${promptId}/versions/1`);
  await person.send('POST', `/prompts/${promptId}/branches`, { name: 'warmer', from: 1 });
  for (const branch of ['main', 'warmer']) {
    const place = `/prompts/${promptId}/branches/${branch}`;
    const [section] = document.sections;
    const text = `Explain {{topic}} to {{audience}} as ${branch} does.`;
    const { revision } = await person.send('GET', `${place}/draft`);
    const body = { document: { ...document, sections: [{ ...section, text }] } };
    await person.send('PUT', `${place}/draft`, body, { 'if-match': `"r${revision}"` });
    await person.send('POST', `${place}/versions`, { expectedParent: 1, message: `As ${branch}` });
  }
}

test.afterAll(() => house?.close());

/** What axe finds, in words that lead there. */
async function findings(page: Page, address: string): Promise<string[]> {
  await page.goto(`${house.url}${address}`);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expect(page.getByRole('main')).toHaveText(/\w/);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ target }) => `${address}: ${id}: ${help}: ${target.join(' ')}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing on any page, ${colorScheme}, ${width} px`, async ({ browser }) => {
      test.setTimeout(300_000);
      const viewport = { width, height: width === 390 ? 844 : 900 };
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const found: string[] = [];
      for (const address of signedOut) found.push(...(await findings(page, address)));
      await person.enter(context);
      for (const address of signedIn) found.push(...(await findings(page, address)));
      await context.close();
      expect(found).toEqual([]);
    });

test('with the keyboard alone: create, write, run, save', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await person.enter(context);
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto(`${house.url}/prompts`);
  await expect(page.getByRole('button', { name: 'New prompt' })).toBeVisible();
  await keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.type('new prompt');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/prompts\/[0-9a-f-]{36}/);
  await expect(page.getByRole('textbox', { name: 'Instructions' })).toBeVisible();
  await reach(page, page.getByRole('textbox', { name: 'Instructions', exact: true }));
  await keyboard.insertText('Say hello to {{name}}.');
  await reach(page, page.getByRole('textbox', { name: 'name', exact: true }));
  await keyboard.type('the reader');
  await reach(page, page.getByRole('button', { name: 'Add model', exact: true }));
  await keyboard.press('Enter');
  await keyboard.type('echo');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(answerOf(page, 'echo')).toContainText('Say hello to the reader.');
  await keyboard.press('ControlOrMeta+s');
  await keyboard.type('By the keyboard');
  await keyboard.press('Enter');
  await expect(page.getByText('v1 saved')).toBeVisible();
  await context.close();
});

test('the palette and the list of keys open also where the page has commands of its own', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await person.enter(context);
  const page = await context.newPage();
  for (const address of signedIn.filter((one) => /^\/$|^\/runs|^\/prompts\/[0-9a-f-]{36}$/.test(one))) {
    await page.goto(`${house.url}${address}`);
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await expect(page.getByRole('main')).toHaveText(/\w/);
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: 'Find anything' });
    await expect(palette, address).toBeVisible();
    if (/^\/prompts\/[0-9a-f-]{36}$/.test(address))
      await expect(palette.getByRole('option', { name: 'Go to definition' }), address).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(palette, address).toBeHidden();
    await page.locator('body').press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' }), address).toBeVisible();
  }
  await context.close();
});

/** Tabs on until the focus is there; the editor gives it away with Escape and Tab. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let turn = 0; turn < 90; turn++) {
    if (await target.evaluate((element) => element === globalThis.document.activeElement)) return;
    const inEditor = await page.evaluate(
      () => globalThis.document.activeElement?.closest('.cm-editor') !== null,
    );
    if (inEditor) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
  }
  throw new Error(`It cannot be reached with Tab: ${target}`);
}
