import { expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let page: Page;

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
  await page.goto(`${house.url}/prompts`);
});

test.afterAll(async () => {
  await page?.context().close();
  await house?.close();
});

const title = () => page.getByRole('textbox', { name: 'Title' });
const titlesOf = async () =>
  ((await ada.send('GET', '/prompts')).items as { title: string }[]).map((prompt) => prompt.title);

test('a new prompt is named and written without a hand on the mouse', async () => {
  await expect(page.getByRole('button', { name: 'New prompt' }).first()).toBeVisible();
  await page.keyboard.press('c');
  await expect(title()).toBeFocused();
  await page.keyboard.type('Weekly report');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Weekly report', level: 1 })).toBeVisible();
  await expect(title()).toHaveCount(0);
  await expect(page.locator('.cm-content').first()).toBeFocused();
  await page.keyboard.type('Tell me what happened.');
  await expect(page.getByText('Saved as draft')).toBeVisible();
  await page.reload();
  await expect(page.locator('.cm-content').first()).toContainText('Tell me what happened.');
  await expect(page.getByRole('heading', { name: 'Weekly report', level: 1 })).toBeVisible();
  expect(await titlesOf()).toEqual(['Weekly report']);
  // Whoever clicks twice means it.
  await page.getByRole('button', { name: /^Save/ }).dblclick();
  await page.keyboard.press('Enter');
  await expect(page.getByText('v1', { exact: true }).first()).toBeVisible();
});

test('a title is also taken when the writing goes on elsewhere, and left alone with Escape', async () => {
  await page.goto(`${house.url}/prompts`);
  await page.getByRole('button', { name: 'New prompt' }).first().click();
  await expect(title()).toBeFocused();
  await page.keyboard.type('Tides');
  await page.locator('.cm-content').first().click();
  await expect(page.getByRole('heading', { name: 'Tides', level: 1 })).toBeVisible();
  await page.goto(`${house.url}/prompts`);
  await page.getByRole('button', { name: 'New prompt' }).first().click();
  await expect(title()).toBeFocused();
  await page.keyboard.type('Nothing');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Untitled prompt', level: 1 })).toBeVisible();
  expect((await titlesOf()).sort()).toEqual(['Tides', 'Untitled prompt', 'Weekly report']);
});
