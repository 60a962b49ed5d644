import { expect, type Page, test } from '@playwright/test';
import type { ApiPerson, Body } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf, chooseModels, runButton, writeSection } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let page: Page;

const emptyDocument = documentOf('', { sections: [] });
const section = (text: string) => ({ id: 's1', kind: 'instructions', role: null, text });

const create = (path: string, document: object): Promise<Body> =>
  ada.send('POST', '/prompts', {
    title: path,
    path,
    document: { ...emptyDocument, ...document },
    commit: true,
  });

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  await ada.enter(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await page?.close();
  await house?.close();
});

test('pastes a prompt of another tool, sees what is lost, and creates it', async () => {
  await page.goto(`${house.url}/prompts`);
  await page.getByRole('button', { name: 'Paste or open a prompt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste or open a prompt' });
  await dialog
    .getByRole('textbox', { name: 'Text of the prompt' })
    .fill('{% if age >= 18 %}Dear {{ name | upper }}{% else %}Hi{% endif %}');
  await expect(dialog.getByText('Guessed: Jinja')).toBeAttached();
  await expect(dialog.getByRole('region', { name: 'What it becomes' })).toContainText(
    '{{#age_18}}Dear {{name}}{{/age_18}}{{^age_18}}Hi{{/age_18}}',
  );
  await expect(dialog).toContainText('The filter "upper" of "name" is lost.');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Letter');
  await dialog.getByRole('button', { name: 'Create prompt' }).click();
  await expect(page.getByRole('textbox', { name: 'Instructions', exact: true })).toContainText(
    'Dear {{name}}',
  );
});

test('shows what a prompt sends that extends another, and downloads it as a file', async () => {
  await create('mail/base', { sections: [section('Write to {{$who}}people{{/who}}, kindly.')] });
  const child = await create('mail/child', {
    sections: [section('{{$who}}Ada{{/who}}')],
    extends: 'mail/base@1',
  });
  await page.goto(`${house.url}/prompts/${child.id}`);
  await expect(page.getByText('Write to Ada, kindly.').first()).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unpublished' }).click();
  await page.getByRole('menuitem', { name: 'As Markdown' }).click();
  expect((await waiting).suggestedFilename()).toBe('child.prompt.md');
});

test('says before saving who sends the new text, and refuses what would contain itself', async () => {
  const voice = await create('tone/voice', { sections: [section('Be kind.')] });
  const letter = await create('tone/letter', { sections: [section('{{> tone/voice}} Write.')] });
  await create('tone/pinned', { sections: [section('{{> tone/voice@1}} Write.')] });
  await ada.send(
    'PUT',
    `/prompts/${letter.id}/labels/production`,
    { targets: [{ version: 1 }] },
    { 'if-match': '"r0"' },
  );
  await page.goto(`${house.url}/prompts/${voice.id}`);
  await expect(page.getByRole('button', { name: 'Used by 2 others' })).toBeVisible();
  await writeSection(page, 'Instructions', 'Be kind and brief.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const save = page.getByRole('dialog', { name: /Save/ });
  await expect(save).toContainText('Used by 1 prompt and 1 production label.');
  await expect(save).toContainText('tone/letter');
  await expect(save).toContainText('1 more is pinned to a version');
  await save.getByRole('textbox', { name: 'What changed' }).fill('Briefer');
  await save.getByRole('button', { name: 'Save v2', exact: true }).click();
  await expect(page.getByText('v2 saved')).toBeVisible();

  await writeSection(page, 'Instructions', 'See {{> tone/letter}} for more');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Save v3', exact: true }).click();
  await expect(save).toContainText('The prompt would contain itself: tone/voice → tone/letter → tone/voice');
});

test('shows and sends the prompts that values name, with their variables', async () => {
  await create('part/greeting', { sections: [section('Good day, {{who}}.')] });
  await create('part/farewell', { sections: [section('Farewell.')] });
  const host = await create('part/host', { sections: [section('{{>*which}} Write.')] });
  await page.goto(`${house.url}/prompts/${host.id}`);
  await page.getByRole('textbox', { name: 'which' }).fill('part/greeting@1');
  await page.getByRole('textbox', { name: 'who' }).fill('Mira');
  await expect(page.getByText('Good day, Mira. Write.').first()).toBeVisible();
  await chooseModels(page, ['echo']);
  await runButton(page).click();
  await expect(answerOf(page, 'echo')).toContainText('Good day, Mira. Write.');

  await page.getByRole('textbox', { name: 'which' }).fill('part/farewell@1');
  await page.getByText('Preview', { exact: true }).click();
  await expect(page.getByText('Farewell. Write.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'who' })).toBeHidden();
});
