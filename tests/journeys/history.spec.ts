/** Finding an answer again: search, open, bookmark, compare with a verdict, show it to a colleague. */
import { expect, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;
let ben: ApiPerson;

test.beforeAll(async () => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  await ada.send('POST', '/imports/csv', {
    csv: 'title,prompt,tags\nTides,Explain {{topic}} to a child.,sea\n',
  });
  const { items } = await ada.send('GET', '/prompts?q=tides');
  for (const topic of ['the moon', 'the harbour'])
    await ada.send('POST', '/runs', {
      source: { kind: 'version', promptId: items[0].id, number: 1 },
      values: { topic },
      models: [{ connectionId: null, model: 'echo' }],
    });
  await expect.poll(async () => (await ada.send('GET', '/runs?status=finished')).items.length).toBe(2);
  const { link } = await ada.send('POST', '/invitations', { role: 'viewer' });
  ben = await house.signUp('Ben');
  await ben.send('POST', `/invitation-links/${String(link).split('/').at(-1)}/accept`, {});
  ben.organizationId = organizationId;
});
test.afterAll(() => house?.close());

test('an answer is found by a word, bookmarked, compared with a verdict, and shown to everybody', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  const page = await context.newPage();
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  await page.goto(`${house.url}/runs`);
  const rows = page.getByRole('row').filter({ hasText: 'Tides' });
  await expect(rows).toHaveCount(2);

  await page.getByRole('textbox', { name: 'Words of answer or prompt' }).fill('harbour');
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/q=harbour/);
  await expect(rows.locator('mark').first()).toHaveText(/harbour/i);
  await shot('search');
  await rows.getByRole('button', { name: /^Bookmark the run/ }).click();
  await expect(rows.getByRole('button', { name: /^Remove the bookmark/ })).toBeVisible();

  await page.keyboard.press('c');
  await expect(page.getByText('Between two and 6 runs can be compared')).toBeVisible();
  await expect(page).toHaveURL(/\/runs\?q=harbour/);

  await rows.getByText('Tides').click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Explain');
  await page.goto(`${house.url}/runs?bookmarked=true`);
  await expect(rows).toHaveCount(1);
  await page.goto(`${house.url}/runs?q=nothinglikethis`);
  await expect(page.getByText('No run matches')).toBeVisible();
  await page.goto(`${house.url}/runs`);
  await expect(rows).toHaveCount(2);

  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await shot('marked');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Compare runs' })).toBeVisible();
  for (const name of ['echo · 1', 'echo · 2'])
    await expect(page.getByRole('article', { name: `Answer of ${name}` })).toContainText('echo model');
  await page.setViewportSize({ width: 1440, height: 400 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(400);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('radio', { name: 'Differences' }).or(page.getByText('Differences')).first().click();
  await expect(page.getByLabel('Compared with')).toBeVisible();
  await page.getByRole('checkbox', { name: 'echo · 1' }).check();
  await page.getByRole('textbox', { name: 'Notes' }).fill('The first is nearer to the sea.');
  await page.getByRole('checkbox', { name: 'Show to everybody' }).check();
  await shot('compare');
  await page.getByRole('button', { name: 'Keep the comparison' }).click();
  await expect(page).toHaveURL(/judgement=/);
  await expect(page.getByText('One is best')).toBeVisible();
  const address = page.url();

  const others = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await ben.enter(others);
  const phone = await others.newPage();
  await phone.goto(address);
  await expect(phone.getByRole('textbox', { name: 'Notes' })).toHaveValue(/nearer to the sea/);
  await expect(phone.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await phone.screenshot({ path: info.outputPath('shared-phone.png'), fullPage: true });
  await phone.goto(`${house.url}/runs/compare`);
  await expect(phone.getByRole('link', { name: 'Tides' })).toBeVisible();
  await phone.goto(`${house.url}/runs`);
  await expect(phone.getByText('No runs yet')).toBeVisible();
  await phone.screenshot({ path: info.outputPath('empty-phone.png') });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}/runs?q=harbour`);
  await expect(rows).toHaveCount(1);
  await shot('search-phone');
});

test('a run is repeated as it was and with the newest version, and both are compared', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  const page = await context.newPage();
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  const text = (of: string) => documentOf(`${of} {{topic}}.`);
  const song = await ada.send('POST', '/prompts', {
    title: 'Songs',
    document: text('Explain'),
    commit: true,
  });
  const { comparison } = await ada.send('POST', '/runs', {
    source: { kind: 'version', promptId: song.id, number: 1 },
    values: { topic: 'the fog' },
    models: [{ connectionId: null, model: 'echo' }],
  });
  const [first] = comparison.runs;
  await expect.poll(async () => (await ada.send('GET', `/runs/${first.id}`)).status).toBe('finished');
  await page.goto(`${house.url}/runs/${first.id}`);
  const which = page.getByRole('button', { name: 'Which version to run again' });
  await which.click();
  await expect(page.getByRole('menuitem', { name: 'v1 is the newest version' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await ada.send('POST', `/prompts/${song.id}/branches/main/versions`, {
    document: text('Sing of'),
    expectedParent: 1,
    message: 'A song',
  });
  await page.reload();
  await which.click();
  await shot('replay-menu');
  await page.getByRole('menuitem', { name: 'As it was then (v1)' }).click();
  await expect(page).not.toHaveURL(new RegExp(first.id));
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Explain the fog');
  await page.goto(`${house.url}/runs/${first.id}`);
  await which.click();
  await page.getByRole('menuitem', { name: 'With the newest version (v2)' }).click();
  await expect(page).not.toHaveURL(new RegExp(first.id));
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Sing of the fog');
  await expect(page.getByRole('link', { name: 'an earlier run' })).toBeVisible();
  await shot('replayed');
  const together = page.getByRole('region', { name: 'Run together with' });
  await together
    .getByRole('link', { name: /^Compare with/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Compare runs' })).toBeVisible();
  await expect(page.getByText('Sing of').first()).toBeVisible();
  await shot('replay-compared');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${house.url}/runs/${first.id}`);
  await which.click();
  await shot('replay-phone-dark');
});

test('how long runs are kept is said after what that would erase', async ({ browser }, info) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  const page = await context.newPage();
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  await page.route(/run-retention\/outdated\?days=30$/, (route) =>
    route.fulfill({ json: { runs: 1204, more: false, kept: 3, before: '2026-10-29T00:00:00.000Z' } }),
  );
  await page.goto(`${house.url}/settings`);
  await page.getByRole('link', { name: 'Keeping runs' }).click();
  const span = page.getByRole('combobox', { name: 'Runs are kept' });
  await expect(page.getByText('Nothing is erased.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await span.selectOption('365');
  await expect(page.getByText('nothing would be erased today')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await span.selectOption('30');
  await expect(page.getByText(/1.204 runs from before/)).toBeVisible();
  await expect(page.getByText('3 runs as old stay')).toBeVisible();
  await shot('retention');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('textbox').fill('30 days');
  await shot('retention-confirm');
  await page.getByRole('button', { name: 'Erase from now on' }).click();
  await expect.poll(async () => (await ada.send('GET', '/run-retention')).days).toBe(30);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot('retention-phone-dark');
});
