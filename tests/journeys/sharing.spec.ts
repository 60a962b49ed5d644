import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let owner: Page;
let visitor: Page;
let link: string;

const open = async (browser: Browser, scripts = true) =>
  (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: scripts })
  ).newPage();

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  owner = await open(browser);
  visitor = await open(browser, false);
  await ada.enter(owner.context());
});

test.afterAll(async () => {
  await owner?.context().close();
  await visitor?.context().close();
  await house?.close();
});

test('a prompt is shared by a link with a password', async () => {
  const { id } = await ada.send('POST', '/prompts', { title: 'House voice', description: 'How we write.' });
  const place = `/prompts/${id}/branches/main`;
  const draft = await ada.send('GET', `${place}/draft`);
  const section = { id: 's1', kind: 'instructions', role: null, text: 'Write {{thing}} plainly.' };
  await ada.send(
    'PUT',
    `${place}/draft`,
    { document: { ...draft.document, sections: [section] } },
    { 'if-match': `"r${draft.revision}"` },
  );
  await ada.send('POST', `${place}/versions`, { expectedParent: null, message: 'First' });
  await owner.goto(`${house.url}/prompts/${id}`);
  await owner.getByRole('button', { name: 'Share' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Share' });
  await dialog.getByLabel('Password').fill('open sesame');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  link = await owner.getByRole('dialog', { name: 'The link is ready' }).getByLabel('Link').inputValue();
  expect(link).toContain('/s/');
});

test('who has the link reads it without an account and without scripts', async () => {
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { name: 'This page has a password' })).toBeVisible();
  await expect(visitor.getByText('House voice')).toHaveCount(0);
  await visitor.getByLabel('Password').fill('not the one');
  await visitor.getByRole('button', { name: 'Open' }).click();
  await expect(visitor.getByRole('alert')).toHaveText('This is not the password.');
  await visitor.getByLabel('Password').fill('open sesame');
  await visitor.getByRole('button', { name: 'Open' }).click();
  await expect(visitor.getByRole('heading', { name: 'House voice' })).toBeVisible();
  await expect(visitor.getByText('Write {{thing}} plainly.')).toBeVisible();
});

test('the page has nothing that axe finds, light or dark', async ({ browser }) => {
  const { items } = await ada.send('GET', '/share-links');
  const { url } = await ada.send('POST', '/share-links', { ...items[0].subject, life: '1d' });
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    for (const address of [url, link]) {
      await page.goto(address);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await context.close();
  }
  const { items: all } = await ada.send('GET', '/share-links');
  await ada.send('DELETE', `/share-links/${all[0].id}`);
});

test('its owner ends it while it is open, and the next request says so', async () => {
  await owner.goto(`${house.url}/settings/sharing`);
  await expect(owner.getByRole('listitem').getByText('House voice')).toBeVisible();
  await expect(owner.getByText('1 view')).toBeVisible();
  await owner.getByRole('button', { name: /^Revoke/ }).click();
  await expect(owner.getByText('Nothing is shared')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'This link shows nothing' })).toBeVisible();
  await expect(visitor.getByText('House voice')).toHaveCount(0);
});
