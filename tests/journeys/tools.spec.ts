import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf, chooseModels, runButton } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let context: BrowserContext;
let page: Page;
let promptId: string;
const model = 'scripted-fast';

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const document = documentOf('Say what three and four make.');
  const prompt = await ada.send('POST', '/prompts', { title: 'Sums', document, commit: true });
  promptId = prompt.id;
  await ada.send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await context?.close();
  await house?.close();
});

test('a key is stored once, named by a header, and sent by nobody else', async () => {
  const heard: string[] = [];
  const api = createServer((request, response) => {
    heard.push(request.headers.authorization ?? '');
    response.setHeader('content-type', 'text/plain').end(`I heard ${request.headers.authorization}.`);
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  await page.goto(`${house.url}/settings/secrets`);
  await expect(page.getByText('No secrets yet')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('secrets-empty.png') });
  await page.getByRole('button', { name: 'Add secret' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a secret' });
  await dialog.getByRole('button', { name: 'Save secret' }).click();
  await expect(dialog).toContainText('Say where it may be sent to.');
  await page.screenshot({ path: test.info().outputPath('secrets-faults.png') });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('weather');
  await dialog.getByLabel('Value', { exact: true }).fill('key-of-ada-0123');
  await dialog.getByRole('textbox', { name: 'Addresses it may be sent to' }).fill(origin);
  await dialog.getByRole('button', { name: 'Save secret' }).click();
  const row = page.getByRole('listitem').filter({ hasText: origin });
  await expect(row).toContainText('weather');
  await expect(row).toContainText('no prompt names it');

  const url = `${origin}/now`;
  const headers = [{ name: 'authorization', value: 'Bearer {{secret:weather}}' }];
  const implementation = { kind: 'http', method: 'GET', url, headers, body: null, safe: true };
  const tools = [{ id: 't1', name: 'look', description: '', parameters: {}, implementation }];
  const document = { ...documentOf('How is the weather?'), tools };
  const prompt = await ada.send('POST', '/prompts', { title: 'Weather', document, commit: true });
  await page.reload();
  await expect(row.getByRole('link', { name: 'Weather' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('secrets.png') });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: test.info().outputPath('secrets-phone.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: test.info().outputPath('secrets-phone-dark.png') });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot({ path: test.info().outputPath('secrets-dark.png') });
  await page.emulateMedia({ colorScheme: null });

  house.provider.script(model, { text: '', tool: { name: 'look', input: {} } }, { text: 'It is fine.' });
  await page.goto(`${house.url}/prompts/${prompt.id}`);
  await chooseModels(page, [model]);
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(answer).toContainText('It is fine.', { timeout: 15_000 });
  expect(heard).toEqual(['Bearer key-of-ada-0123']);
  const step = answer.getByRole('region', { name: 'Calls look' });
  await step.getByText('Answered').click();
  await expect(step).toContainText('I heard Bearer {{secret:weather}}.');
  expect(JSON.stringify(house.provider.requests)).not.toContain('key-of-ada');

  await page.goto(`${house.url}/settings/secrets`);
  await page.getByRole('button', { name: 'More for weather' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const gone = page.getByRole('dialog', { name: 'Delete weather?' });
  await gone.getByRole('textbox').fill('weather');
  await gone.getByRole('button', { name: 'Delete secret' }).click();
  await expect(page.getByText('No secrets yet')).toBeVisible();
  await page.goto(`${house.url}/prompts/${prompt.id}`);
  await page.getByRole('button', { name: `Remove ${model}` }).click();
  api.close();
});

test('a tool in JavaScript is written, called by the model, and each step is shown', async () => {
  house.provider.script(
    model,
    { text: 'I count.', tool: { name: 'tool_1', input: { a: 3, b: 4 } } },
    { text: 'They make seven.' },
  );
  await page.goto(`${house.url}/prompts/${promptId}`);
  await page.getByRole('button', { name: 'Section', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tool definition' }).click();
  await page.getByRole('button', { name: /^tool_1/ }).click();
  await page.getByRole('combobox', { name: 'When the model calls it' }).selectOption('Run JavaScript');
  await page.getByRole('textbox', { name: 'JavaScript' }).fill('({ sum: input.a + input.b })');
  await chooseModels(page, [model]);
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(answer).toContainText('They make seven.', { timeout: 15_000 });
  const step = answer.getByRole('region', { name: 'Calls tool_1' });
  await expect(step).toContainText('Answered');
  await step.getByText('Answered').click();
  await expect(step).toContainText('{"sum":7}');
  const sent = house.provider.requests.at(-1)?.body as { messages: { role: string; content: unknown }[] };
  expect(sent.messages.at(-1)).toMatchObject({ role: 'tool', content: '{"sum":7}' });
  if (process.env.TOOL_PICTURES) await page.screenshot({ path: `${process.env.TOOL_PICTURES}/steps.png` });
});

test('one that may change something is asked about before it is called', async () => {
  const { origin, host } = new URL(house.provider.baseUrls.openai_compatible);
  house.provider.script(model, { tool: { name: 'tool_1', input: {} } }, { text: 'Not done.' });
  await page.getByRole('combobox', { name: 'When the model calls it' }).selectOption('Call an HTTP address');
  await page.getByRole('textbox', { name: 'Address' }).fill('https://{{host}}/');
  await expect(page.getByText('Begins with https:// and a host that is written out.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Address' }).fill(`${origin}/book`);
  await page.getByRole('combobox', { name: 'Method' }).selectOption('POST');
  const agree = page.getByRole('checkbox', { name: `tool_1 may call POST ${host}` });
  await expect(agree).not.toBeChecked();
  if (process.env.TOOL_PICTURES) await page.screenshot({ path: `${process.env.TOOL_PICTURES}/http.png` });
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(answer).toContainText('Not done.', { timeout: 15_000 });
  await expect(answer).toContainText('did not agree');

  house.provider.script(model, { tool: { name: 'tool_1', input: {} } }, { text: 'Tried.' });
  await agree.check();
  await runButton(page).click();
  await expect(answer).toContainText('Tried.', { timeout: 15_000 });
  await expect(answer).toContainText('It answered 404');
  if (process.env.TOOL_PICTURES) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${process.env.TOOL_PICTURES}/phone.png` });
  }
});

test('another prompt answers as a tool, and its run is one click away', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const asked = documentOf('Add {{a}} and {{b}}.');
  await ada.send('POST', '/prompts', { title: 'Adder', path: 'sums/adder', document: asked, commit: true });
  house.provider.script(
    model,
    { text: '', tool: { name: 'tool_1', input: { a: 3, b: 4 } } },
    { text: 'Seven, I add.' },
    { text: 'The other prompt says seven.' },
  );
  await page.goto(`${house.url}/prompts/${promptId}`);
  // The entry is drawn anew once the draft is there to be edited.
  await expect(page.getByRole('button', { name: 'Section', exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^tool_1/ }).click();
  await page.getByRole('combobox', { name: 'When the model calls it' }).selectOption('Ask another prompt');
  await expect(page.getByText('The path of a prompt, such as')).toBeVisible();
  await page.getByRole('combobox', { name: 'Prompt', exact: true }).fill('sums/adder');
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(answer).toContainText('The other prompt says seven.', { timeout: 15_000 });
  await answer.getByText('Answered').click();
  if (process.env.TOOL_PICTURES) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: `${process.env.TOOL_PICTURES}/prompt-dark.png` });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await answer.getByRole('link', { name: 'Open its run' }).click();
  await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText('Seven, I add.');
  await page.getByRole('link', { name: 'an earlier run' }).click();
  const parts = page.getByRole('region', { name: 'Parts of this answer' });
  await expect(parts.getByRole('link', { name: 'Tool: Adder' })).toBeVisible();
  if (process.env.TOOL_PICTURES) await page.screenshot({ path: `${process.env.TOOL_PICTURES}/parts.png` });
});
