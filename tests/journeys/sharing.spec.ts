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
  house = await startHouse({}, { clockMoves: true });
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

test('a link with a password ends by its date while it is open', async ({ browser }) => {
  const { items } = await ada.send('GET', '/share-links');
  const { url } = await ada.send('POST', '/share-links', {
    ...items[0].subject,
    life: '1d',
    password: 'open sesame',
  });
  const reader = await open(browser, false);
  await reader.goto(url);
  await reader.getByLabel('Password').fill('open sesame');
  await reader.getByRole('button', { name: 'Open' }).click();
  await expect(reader.getByRole('heading', { name: 'House voice' })).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole('heading', { name: 'House voice' })).toBeVisible();
  await house.passDays(2);
  await reader.reload();
  await expect(reader.getByRole('heading', { name: 'This link shows nothing' })).toBeVisible();
  await expect(reader.getByText('House voice')).toHaveCount(0);
  await reader.context().close();
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

test('a visitor with an account comments without scripts, and it stands among the comments', async ({
  browser,
}) => {
  const { items } = await ada.send('GET', '/share-links');
  const subject = items[0].subject;
  const { url } = await ada.send('POST', '/share-links', { ...subject, level: 'comment', life: '1d' });
  const mira = await house.signUp('Mira');
  const page = await open(browser, false);
  await page.goto(url);
  await expect(page.getByRole('link', { name: 'Sign in' }).last()).toBeVisible();
  await mira.enter(page.context());
  await page.reload();
  const words = 'Plainly, <script>alert(1)</script> ![](https://tracker.example/a.png)';
  await page.getByLabel('Your comment, under your name').fill(words);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByRole('article')).toContainText(words);
  await owner.goto(`${house.url}/prompts/${subject.id}?tab=comments`);
  await owner.getByRole('tabpanel', { name: 'Comments' }).getByText('Plainly,').first().click();
  const said = owner.getByRole('article', { name: 'Mira' });
  await expect(said).toContainText('guest');
  await expect(said.locator('img')).toHaveCount(0);
  await page.context().close();
});

test('guesses at a password are held back and written down', async () => {
  const { items } = await ada.send('GET', '/share-links');
  const { url } = await ada.send('POST', '/share-links', {
    ...items[0].subject,
    life: '1d',
    password: 'open sesame',
  });
  const statuses: number[] = [];
  for (let time = 0; time < 11; time++) {
    const body = new URLSearchParams({ password: `guess ${time}` });
    statuses.push((await fetch(url, { method: 'POST', body })).status);
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(403));
  expect(statuses[10]).toBe(429);
  await owner.goto(`${house.url}/activity`);
  await expect(owner.getByText('Too many wrong passwords were tried on a share link')).toBeVisible();
});
