import { expect, type Page, test } from '@playwright/test';
import { documentOf } from './house/document-of.ts';
import { signUpOwner } from './house/sign-up-owner.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let page: Page;

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signUpOwner(page, house.url, 'Ada');
});

test.afterAll(async () => {
  await page?.context().close();
  await house?.close();
});

const document = documentOf('Explain the tides.');

const run = async (samples: number) => {
  const models = [{ connectionId: null, model: 'echo' }];
  const data = { source: { kind: 'document', document }, models, samples };
  return page.request.post(`${house.url}/api/v1/runs`, { data, headers: { origin: house.url } });
};

test('shows what one used, before anything is limited', async () => {
  await page.goto(`${house.url}/settings/usage`);
  await expect(page.getByText('No limits of your own.')).toBeVisible();
  await expect(page.getByRole('meter', { name: 'Runs, last hour' })).toHaveCount(2);
});

test('limits each person, and says so where nothing was entered', async () => {
  await page.getByRole('button', { name: 'Add a limit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a limit' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Enter at least one number.')).toBeVisible();
  await dialog.getByLabel('Runs a day').fill('10');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('10 runs a day')).toBeVisible();
});

test('limits a model by its name', async () => {
  await page.getByRole('button', { name: 'Add a limit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a limit' });
  await dialog.getByLabel('Limit of').selectOption('model');
  await expect(dialog.getByLabel('Uploads a day')).toBeHidden();
  await dialog.getByLabel('Name of the model').fill('echo');
  await dialog.getByLabel('Runs an hour').fill('100');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('100 runs an hour')).toBeVisible();
});

test('warns near the limit, refuses past it, and is told in the bell', async () => {
  expect((await run(8)).status()).toBe(201);
  expect((await run(2)).status()).toBe(201);
  const refused = await run(1);
  expect(refused.status()).toBe(429);
  expect((await refused.json()).detail).toContain('You may have 10 runs a day, and 10 are used.');
  await page.reload();
  await expect(page.getByText('Used up: what comes next is refused.')).toBeVisible();
  await expect(page.getByRole('meter', { name: 'Runs, last 24 hours' }).first()).toHaveAttribute(
    'aria-valuetext',
    '10 of 10',
  );
  await page.goto(`${house.url}/notices`);
  await expect(page.getByRole('link', { name: /You have used 90 % of the runs a day/ })).toBeVisible();
});

test('resets a member, who may go on', async () => {
  await page.goto(`${house.url}/settings/usage`);
  await page.getByLabel('Member', { exact: true }).selectOption({ label: 'Ada' });
  const section = page.getByRole('region', { name: 'Use of a member' });
  await expect(section.getByText('10 of 10')).toBeVisible();
  await section.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('button', { name: 'Reset the count' }).click();
  await expect(page.getByText('What Ada used is forgotten.')).toBeVisible();
  await expect(section.getByText('0 of 10')).toBeVisible();
  expect((await run(1)).status()).toBe(201);
});

test('changes a limit and takes it away', async () => {
  await page.getByRole('button', { name: 'More about the limit of Each person' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the limit of Each person' });
  await dialog.getByLabel('Runs at once').fill('3');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('10 runs a day · 3 at once')).toBeVisible();
  await expect(page.getByText('Up to 3 runs go on at once')).toBeVisible();
  if (process.env.PROMPTVAULT_PICTURES) {
    await page.screenshot({ path: `${process.env.PROMPTVAULT_PICTURES}/usage-1440.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${process.env.PROMPTVAULT_PICTURES}/usage-390.png`, fullPage: true });
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await page.getByRole('button', { name: 'More about the limit of Each person' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByText('The limit of Each person is gone.')).toBeVisible();
});
