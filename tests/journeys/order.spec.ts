import { expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let mira: ApiPerson;
let page: Page;
let promptId: string;

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const { link } = await ada.send('POST', '/invitations', { role: 'editor' });
  mira = await house.signUp('Mira', String(link).split('/').at(-1));
  mira.organizationId = organizationId;
  promptId = (await ada.send('POST', '/prompts', { title: 'Tides', tags: ['verse', 'poetry'] })).id;
  await ada.send('POST', '/prompts', { title: 'Sonnet', tags: ['verse'] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
  await page.goto(`${house.url}/settings/tags?in=${organizationId}`);
});

test.afterAll(async () => {
  await page?.context().close();
  await house?.close();
});

test('a tag is renamed and merged wherever it is used', async () => {
  await page.getByRole('button', { name: 'Rename the tag poetry' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('verse');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByText('There is a tag verse already.')).toBeVisible();
  await name.fill('Poems');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByText('The tag is called Poems now.')).toBeVisible();
  await page.getByRole('button', { name: 'Merge the tag verse' }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('Choose the tag that stays.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Into' }).selectOption('Poems');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('verse is Poems now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rename the tag verse' })).toHaveCount(0);
  const { items } = await ada.send('GET', '/prompts?tag=poems');
  expect(items.map(({ tags }: { tags: string[] }) => tags)).toEqual([['Poems'], ['Poems']]);
});

test('an author chooses who else writes a prompt, and takes them away again', async () => {
  await page.goto(`${house.url}/prompts/${promptId}`);
  const details = async () => {
    await page.getByRole('button', { name: 'Unpublished' }).click();
    await page.getByRole('menuitem', { name: /^Edit title/ }).click();
  };
  await details();
  await page.getByRole('combobox', { name: 'Add a co-editor' }).selectOption('Mira');
  await expect(page.getByRole('button', { name: 'Remove Mira' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Add a co-editor' })).toHaveCount(0);
  expect((await mira.send('GET', `/prompts/${promptId}`)).may.write).toBe(true);
  await details();
  await page.getByRole('button', { name: 'Remove Mira' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Add a co-editor' })).toHaveCount(0);
  await expect.poll(async () => (await ada.send('GET', `/prompts/${promptId}`)).coEditors).toEqual([]);
});

test('on a phone, deleted prompts are found in the menu of the prompts', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}/prompts`);
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Deleted prompts' }).click();
  await expect(page).toHaveURL(/\/prompts\/trash/);
});
