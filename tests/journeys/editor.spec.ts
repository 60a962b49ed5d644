import { expect, type Page, test } from '@playwright/test';
import type { ApiPerson, Body } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { holdTexts } from './house/hold-texts.ts';
import { type House, startHouse } from './house/start-house.ts';
import { writeSection } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let person: ApiPerson;
let page: Page;
let reply: string;

/** A published prompt with one version. */
async function prompt(path: string, title: string, text: string): Promise<string> {
  const made: Body = await person.send('POST', '/prompts', {
    path,
    title,
    document: documentOf(text),
    commit: true,
  });
  return made.id;
}

const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  person = await house.signUp('Ada');
  await prompt('tone/house-voice', 'House voice', 'Be warm and brief.\n{{$greeting}}Hello{{/greeting}}');
  reply = await prompt('support/reply', 'Reply', 'Answer {{customer}} kindly.');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await person.enter(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await page?.close();
  await house?.close();
});

test('a reference is completed with its version, and a section with its end', async () => {
  await page.goto(`${house.url}/prompts/${reply}`);
  await writeSection(page, 'Instructions', 'Answer {{customer}} kindly.\n');
  await page.keyboard.type('{{> house');
  await page.getByRole('option', { name: /tone\/house-voice/ }).click();
  await page.getByRole('option', { name: /^1/ }).click();
  await expect(textbox('Instructions')).toContainText('{{> tone/house-voice@1}}');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\nThank {{cust');
  await page.getByRole('option', { name: /customer/ }).click();
  await expect(textbox('Instructions')).toContainText('Thank {{customer}}');
});

test('pointing at a reference shows the text it stands for', async () => {
  await textbox('Instructions').getByText('{{> tone/house-voice@1}}').hover();
  const hint = page.locator('.cm-tooltip-hover');
  await expect(hint).toContainText('Be warm and brief.');
  await expect(hint).toContainText('v1');
  await page.mouse.move(700, 20);
  await expect(hint).toBeHidden();
});

test('renames a variable everywhere in one step', async () => {
  await page.getByRole('textbox', { name: 'customer' }).fill('Ines');
  await textbox('Instructions').getByText('{{customer}}').first().click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of customer' });
  await expect(page.getByText('Changes 2 places in 1 section')).toBeVisible();
  await field.fill('cli ent');
  await field.press('Enter');
  await expect(page.getByText(/cannot be a name/)).toBeVisible();
  await field.fill('client');
  await field.press('Enter');
  await expect(textbox('Instructions')).toContainText('Answer {{client}} kindly.');
  await expect(textbox('Instructions')).toContainText('Thank {{client}}');
  await expect(page.getByRole('textbox', { name: 'client' })).toHaveValue('Ines');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(textbox('Instructions')).toContainText('Answer {{customer}} kindly.');
  await expect(textbox('Instructions')).toContainText('Thank {{customer}}');
});

test('finds all places of a name and goes to one', async () => {
  await textbox('Instructions').getByText('{{customer}}').first().click();
  await page.keyboard.press('Shift+F12');
  const places = page.getByRole('grid', { name: 'Places of customer' });
  await expect(places.getByRole('row')).toHaveCount(2);
  await places.getByText('Instructions, line 3').click();
  await expect(textbox('Instructions')).toBeFocused();
});

test('goes to what a name means, and comes back', async () => {
  await textbox('Instructions').getByText('{{customer}}').first().click();
  await page.keyboard.press('F12');
  await expect(page.getByRole('textbox', { name: 'customer' })).toBeFocused();
  await textbox('Instructions')
    .getByText('{{> tone/house-voice@1}}')
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(page.getByRole('heading', { name: 'House voice', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Reply', level: 1 })).toBeVisible();
  await expect(textbox('Instructions')).toBeFocused();
});

test('the prompt it extends is completed, explained and gone to', async () => {
  const parent = page.getByRole('combobox', { name: 'Extends' });
  await parent.click();
  await page.keyboard.type('house');
  const options = page.getByRole('listbox', { name: 'Prompts and their versions' }).getByRole('option');
  await expect(options).toHaveText([/tone\/house-voice/]);
  await page.keyboard.press('Enter');
  await expect(options.first()).toHaveText(/latest/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(parent).toHaveValue('tone/house-voice@1');
  await expect(page.getByRole('button', { name: 'Go to tone/house-voice' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+.');
  const hint = page.getByRole('status').filter({ hasText: 'Be warm and brief.' });
  await expect(hint).toContainText('Instructions');
  await page.keyboard.press('Escape');
  await expect(hint).toBeHidden();
  await page.mouse.move(5, 5);
  await parent.hover();
  await expect(hint).toBeVisible();
  await page.keyboard.press('F12');
  await expect(page.getByRole('heading', { name: 'House voice', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Reply', level: 1 })).toBeVisible();
  await parent.fill('');
});

test('steps through problems and mends them', async () => {
  await writeSection(page, 'Instructions', 'Say {{#late}}sorry.\n{{> tone/house-voice}}');
  await expect(page.getByRole('tab', { name: /Problems/ })).toContainText(/\d/);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Close with {{/late}}' }).click();
  await expect(textbox('Instructions')).toContainText('Say {{#late}}sorry.{{/late}}');
  await page.getByRole('tab', { name: /Problems/ }).click();
  await page.getByRole('button', { name: 'Pin to v1' }).click();
  await expect(textbox('Instructions')).toContainText('{{> tone/house-voice@1}}');
});

test('defines a tool, and is told where its schema is wrong', async () => {
  await page.getByRole('button', { name: 'Section', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tool definition' }).click();
  await page
    .getByRole('button', { name: /tool_1/ })
    .first()
    .click();
  const schema = page.getByRole('textbox', { name: 'Arguments, as a JSON schema' });
  await schema.fill('{ "type": "objekt" }');
  await expect(page.getByText(/\/type is one of object/)).toBeVisible();
  await schema.fill('{ "type": "object", "properties": { "order": { "type": "string" } } }');
  await expect(page.getByText(/\/type is one of object/)).toBeHidden();
});

test('a text that is still coming is called neither edited nor empty', async () => {
  const id = await prompt('slow/line', 'Slow line', 'Answer {{customer}} in time.');
  const slow = await page.context().newPage();
  const letIn = await holdTexts(slow);
  await slow.goto(`${house.url}/prompts/${id}`);
  const result = slow.getByRole('region', { name: 'Result' });
  await expect(result).toBeVisible();
  const version = slow.getByRole('button', { name: /^v1/ }).first();
  await slow.waitForLoadState('networkidle');
  await expect(version).toHaveText('v1');
  await expect(result.getByText('Nothing to send yet')).toHaveCount(0);
  letIn();
  await expect(result.getByText('in time.')).toBeVisible();
  await expect(version).toHaveText('v1');
  await slow.close();
});
