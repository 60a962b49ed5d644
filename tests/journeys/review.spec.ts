import { expect, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;
let ben: ApiPerson;
let promptId: string;

test.beforeAll(async () => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const { link } = await ada.send('POST', '/invitations', { role: 'editor' });
  ben = await house.signUp('Ben');
  await ben.send('POST', `/invitation-links/${String(link).split('/').at(-1)}/accept`, {});
  ben.organizationId = organizationId;
  const body = { title: 'Refund reply', document: documentOf('Answer kindly.\nAt length.\n'), commit: true };
  const prompt = await ada.send('POST', '/prompts', body);
  promptId = prompt.id;
  await ada.send('POST', `/prompts/${promptId}/publish`, {}, { 'if-match': `"r${prompt.revision}"` });
  await ada.send('POST', `/prompts/${promptId}/branches`, { name: 'shorter', from: 1 });
  const version = {
    expectedParent: 1,
    message: 'Shorter',
    document: documentOf('Answer kindly.\nIn one line.\n'),
  };
  await ada.send('POST', `/prompts/${promptId}/branches/shorter/versions`, version);
});

/** The other browser hears of it without being asked to; the time is that of a busy machine. */
const soon = { timeout: 5_000 };

test.afterAll(() => house?.close());

test('a branch is looked at, talked about, approved and merged', async ({ browser }) => {
  const [ours, theirs] = [await browser.newContext(), await browser.newContext()];
  await ada.enter(ours);
  await ben.enter(theirs);
  for (const context of [ours, theirs])
    await context.addInitScript(
      (id) => sessionStorage.setItem('promptvault.organization', id),
      ada.organizationId,
    );
  const [adaPage, benPage] = [await ours.newPage(), await theirs.newPage()];

  await benPage.goto(house.url);
  const card = benPage.getByRole('region', { name: 'Waiting for you' });
  await expect(card).toContainText('Nothing waits for you.');

  await adaPage.goto(`${house.url}/reviews/new?prompt=${promptId}&source=shorter`);
  await adaPage.getByRole('textbox', { name: 'Title' }).fill('One line is enough');
  await adaPage.getByRole('checkbox', { name: 'Ben' }).check();
  await adaPage.getByRole('button', { name: 'Ask for the review' }).click();
  await expect(adaPage.getByRole('heading', { name: 'One line is enough', level: 1 })).toBeVisible();
  await expect(adaPage.getByText('Approvals are missing: 0 of 1.')).toBeVisible();
  await expect(adaPage.getByRole('button', { name: 'Merge into main' })).toBeDisabled();

  await expect(card.getByRole('link', { name: /One line is enough/ })).toBeVisible(soon);
  await expect(benPage.getByRole('link', { name: /Reviews.*1 waits for you/ })).toBeVisible();
  await benPage.goto(`${house.url}/reviews?scope=waiting`);
  await benPage.getByRole('row').filter({ hasText: 'One line is enough' }).click();
  await expect(benPage.getByRole('region', { name: 'Changes' })).toContainText('In one line.');
  await benPage.getByRole('textbox', { name: 'Write a comment' }).fill('Much better.');
  await benPage.keyboard.press('ControlOrMeta+Enter');
  await expect(benPage.getByRole('article', { name: 'Ben' })).toContainText('Much better.');
  await expect(adaPage.getByText('Much better.')).toBeVisible(soon);
  await benPage.getByRole('textbox', { name: /What you want to say/ }).pressSequentially('Fine by me, @own');
  await expect(benPage.getByRole('option', { name: /owners.*1 person/ })).toBeVisible();
  await benPage.keyboard.press('Enter');
  await benPage.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(benPage.getByText('approved version 2')).toBeVisible();
  await expect(benPage.getByText('1 waits for you')).toHaveCount(0, soon);
  await expect(adaPage.getByText('approved version 2')).toBeVisible(soon);
  await expect(adaPage.getByText('Nothing stands in the way.')).toBeVisible(soon);
  await expect(adaPage.getByRole('listitem').filter({ hasText: '@owners' })).toBeVisible();

  await adaPage.getByRole('button', { name: 'Merge into main' }).click();
  await expect(adaPage.getByText('Merged as version 3')).toBeVisible();
  await expect(benPage.getByText('Ada merged this')).toBeVisible(soon);
  const { items } = await ada.send('GET', `/prompts/${promptId}/versions`);
  expect(items[0]).toMatchObject({ number: 3, branch: 'main' });
});

test('a required check keeps a merge from happening until it passes, as everybody sees', async ({
  browser,
}) => {
  const context = await browser.newContext();
  await ada.enter(context);
  await context.addInitScript(
    (id) => sessionStorage.setItem('promptvault.organization', id),
    ada.organizationId,
  );
  const page = await context.newPage();
  await page.goto(`${house.url}/settings/reviews`);
  await page.getByRole('combobox', { name: 'Approvals' }).selectOption('0');
  await page.getByRole('textbox', { name: 'Name of a check' }).fill('No name');
  await expect(page.getByText(/lower-case letters/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of a check' }).fill('ci:build');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The rule holds for all open reviews from now on.')).toBeVisible();

  const versions = await ada.send('GET', `/prompts/${promptId}/versions`);
  const newest = versions.items[0].number;
  await ada.send('POST', `/prompts/${promptId}/branches`, { name: 'signed', from: newest });
  const version = {
    expectedParent: newest,
    message: '',
    document: documentOf('Answer kindly.\nIn one line.\nSign it.\n'),
  };
  const saved = await ada.send('POST', `/prompts/${promptId}/branches/signed/versions`, version);
  const review = await ada.send('POST', `/prompts/${promptId}/reviews`, {
    title: 'Sign it',
    source: 'signed',
  });
  const report = (status: string) =>
    ada.send('PUT', `/prompts/${promptId}/versions/${saved.version.number}/checks/ci:build`, {
      status,
      summary: `It ${status}.`,
      url: 'https://ci.example.com/runs/7',
    });

  await page.goto(`${house.url}/reviews/${review.id}`);
  await expect(page.getByText('Required checks have not passed yet: ci:build.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merge into main' })).toBeDisabled();
  await report('failed');
  await expect(page.getByText('Required checks failed: ci:build.')).toBeVisible(soon);
  await expect(page.getByRole('link', { name: 'Details of ci:build' })).toHaveAttribute(
    'href',
    'https://ci.example.com/runs/7',
  );
  await report('passed');
  await expect(page.getByText('Nothing stands in the way.')).toBeVisible(soon);
  await page.getByRole('button', { name: 'Merge into main' }).click();
  await expect(page.getByText(/Merged as version/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('Sign it.');
  await context.close();
});
