/** From a bad run to a green suite: a case of it, a fix on a branch, and a label that waits for the suite. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;
let promptId = '';

test.beforeAll(async () => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const document = documentOf('Explain {{topic}} to a child.');
  promptId = (await ada.send('POST', '/prompts', { title: 'Tides', document, commit: true })).id;
});
test.afterAll(() => house?.close());

const open = async (context: BrowserContext, path: string): Promise<Page> => {
  await ada.enter(context);
  const page = await context.newPage();
  await page.goto(`${house.url}${path}`);
  return page;
};
const wide = { viewport: { width: 1440, height: 900 } };

test('a bad run becomes a case, is put right on a branch, and its suite lets the label move', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const context = await browser.newContext(wide);
  const page = await open(context, '/suites');
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  await expect(page.getByText('No suites yet')).toBeVisible();
  await shot('01-empty');

  // The bad run: echo repeats what was sent, and nothing in it says "moon".
  const started = await ada.send('POST', '/runs', {
    source: { kind: 'version', promptId, number: 1 },
    values: { topic: 'the tides' },
    models: [{ connectionId: null, model: 'echo' }],
  });
  const runId = started.comparison.runs[0].id;
  await expect.poll(async () => (await ada.send('GET', `/runs/${runId}`)).status).toBe('finished');
  await page.goto(`${house.url}/runs/${runId}`);
  await page.getByRole('button', { name: 'Make a case' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'topic' })).toHaveValue('the tides');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Says why');
  await dialog.getByRole('button', { name: 'Add an assertion' }).click();
  await dialog.getByRole('textbox', { name: /^Texts/ }).fill('moon');
  await dialog.getByRole('button', { name: 'Add an assertion' }).click();
  const second = dialog.getByRole('group', { name: 'Assertion 2' });
  await second.getByLabel('Kind').selectOption('Ended as it should');
  await expect(second.getByLabel('was complete')).toBeChecked();
  await second.getByLabel('was complete').uncheck();
  await dialog.getByRole('button', { name: 'Make the case' }).click();
  await expect(second.getByText('Tick at least one way the answer may end.')).toBeVisible();
  await second.getByLabel('was complete').check();
  await second.getByLabel('ended with calls of tools').check();
  await shot('02-make-case');
  await dialog.getByRole('button', { name: 'Make the case' }).click();
  await expect(page.getByText('The case was made')).toBeVisible();

  await page.goto(`${house.url}/suites/new?prompt=${promptId}`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Tone');
  await page.getByRole('button', { name: 'Add model' }).click();
  await page.getByRole('option', { name: /echo/i }).first().click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Report as check' }).fill('suite:tone');
  await shot('03-new-suite');
  await page.getByRole('button', { name: 'Make the suite' }).click();
  await expect(page.getByRole('heading', { name: 'Tone' })).toBeVisible();
  await expect(page.getByText('Not run yet')).toBeVisible();
  const suiteAddress = page.url();
  const suiteId = suiteAddress.split('/').at(-1);

  // Two clicks start it once.
  await page.getByRole('button', { name: 'Run suite' }).dblclick();
  await expect(page).toHaveURL(/\/suites\/runs\//);
  await expect(page.getByText('Not passed', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect((await ada.send('GET', `/suites/${suiteId}/runs`)).items).toHaveLength(1);
  await page.getByRole('row').filter({ hasText: 'Says why' }).click();
  await expect(page.getByRole('region', { name: 'Assertions' })).toContainText('moon');
  await expect(page.getByRole('region', { name: 'Assertions' })).toContainText('The answer was complete.');
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Explain');
  await expect(page).toHaveURL(/item=0/);
  await shot('04-red');

  // Whoever looks after runs sees those that people asked for; the suite's own stand behind a filter.
  await page.goto(`${house.url}/runs`);
  await expect(page.getByRole('row').filter({ hasText: 'Tides' })).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Made for' }).selectOption('suite');
  await expect(page).toHaveURL(/origin=suite/);
  await expect(page.getByRole('row').filter({ hasText: 'Suite' })).toHaveCount(1);
  await shot('05-history');

  // Put right on a branch, and run there.
  const { document } = await ada.send('GET', `/prompts/${promptId}/versions/1`);
  await ada.send('POST', `/prompts/${promptId}/branches`, { name: 'fix', from: 1 });
  await ada.send('POST', `/prompts/${promptId}/branches/fix/versions`, {
    expectedParent: 1,
    message: 'Name the moon',
    document: { ...document, ...documentOf('Explain {{topic}} to a child, and name the moon.') },
  });
  await page.goto(`${suiteAddress}?settings=true`);
  await page.getByRole('combobox', { name: 'Which' }).selectOption('fix');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await shot('06-settings');
  await page.getByRole('button', { name: 'Run suite' }).click();
  await expect(page.getByText('Passed', { exact: true }).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('1 of 1 passed')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 fixed' })).toBeVisible();
  await page.getByRole('button', { name: '1 fixed' }).click();
  await expect(page).toHaveURL(/show=fixed/);
  await expect(page.getByRole('row').filter({ hasText: 'Says why' })).toBeVisible();
  await shot('07-green');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'JUnit XML' }).click();
  expect((await download).suggestedFilename()).toBe('Tone.xml');

  const { items } = await ada.send('GET', `/prompts/${promptId}/versions/2/checks`);
  expect(items).toMatchObject([{ name: 'suite:tone', status: 'passed' }]);

  // The label asks for the suite: it goes to the version that passed, and to no other.
  const rule = { approvals: 0, checks: ['suite:tone'] };
  await ada.send('PUT', '/label-rules/certified', rule, { 'if-match': '"r0"' });
  const label = `/prompts/${promptId}/labels/certified`;
  const move = (version: number) =>
    ada.send('PUT', label, { targets: [{ version }] }, { 'if-match': '"r0"' });
  await expect(move(1)).rejects.toThrow(/suite:tone/);
  await move(2);
  await page.goto(`${house.url}/prompts/${promptId}`);
  await expect(page.getByText('certified').first()).toBeVisible();
  await context.close();
});

test('two tabs see a run go on, it is stopped and gone on with, and a phone reads its report', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const connection = await ada.send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  const set = await ada.send('POST', '/case-sets', { promptId, name: 'Many' });
  const cases = Array.from({ length: 40 }, (_, index) => ({
    name: `Case ${index + 1}`,
    values: { topic: `topic ${index + 1}` },
    assertions: [{ kind: 'contains', values: [index % 4 === 0 ? 'nothing like it' : 'scripted'] }],
  }));
  await ada.send('POST', `/case-sets/${set.id}/cases`, { cases });
  const suite = await ada.send('POST', '/suites', {
    promptId,
    caseSetId: set.id,
    name: 'Long',
    concurrency: 1,
    models: [{ connectionId: connection.id, model: 'scripted-fast' }],
  });
  const context = await browser.newContext(wide);
  const one = await open(context, `/suites/${suite.id}`);
  await expect(one.getByText('Not run yet')).toBeVisible();
  await one.keyboard.press('ControlOrMeta+Enter');
  await expect(one).toHaveURL(/\/suites\/runs\//);
  const two = await context.newPage();
  await two.goto(one.url());
  for (const tab of [one, two])
    await expect(tab.getByText(/^[3-9] of 40 done$/)).toBeVisible({ timeout: 30_000 });
  await one.screenshot({ path: info.outputPath('08-running.png') });
  await two.getByRole('button', { name: 'Stop' }).click();
  await expect(one.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 20_000 });
  await one.screenshot({ path: info.outputPath('09-stopped.png') });
  await one.getByRole('button', { name: 'Go on' }).click();
  for (const tab of [one, two]) await expect(tab.getByText('40 of 40 done')).toBeVisible({ timeout: 60_000 });

  await one.emulateMedia({ colorScheme: 'dark' });
  await one.screenshot({ path: info.outputPath('10-dark.png') });
  const small = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await open(small, new URL(one.url()).pathname);
  await expect(phone.getByText('40 of 40 done')).toBeVisible();
  await phone.screenshot({ path: info.outputPath('11-phone.png') });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.getByRole('button', { name: 'Failed', exact: true }).click();
  await expect(phone).toHaveURL(/show=failed/);
  await phone.getByRole('row').filter({ hasText: 'Case 1' }).first().click();
  await expect(phone.getByRole('dialog')).toContainText('nothing like it');
  await phone.screenshot({ path: info.outputPath('12-phone-item.png') });
  for (const [name, path] of [
    ['13-phone-list', '/suites'],
    ['14-phone-cases', `/suites/cases/${set.id}`],
    ['15-phone-suite', `/suites/${suite.id}`],
    ['16-phone-new', `/suites/new?prompt=${promptId}`],
  ] as const) {
    await phone.goto(`${house.url}${path}`);
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(phone.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await phone.screenshot({ path: info.outputPath(`${name}.png`) });
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await two.goto(`${house.url}/suites`);
  await expect(two.getByRole('row').filter({ hasText: 'Long' })).toBeVisible();
  await two.screenshot({ path: info.outputPath('17-list.png') });
  await two.goto(`${house.url}/suites/runs/018f0000-0000-7000-8000-000000000000`);
  await expect(two.getByText('The report could not be loaded')).toBeVisible();
  await two.screenshot({ path: info.outputPath('18-error.png') });
  await Promise.all([context.close(), small.close()]);
});

test('cases are written, taken from a file after a look at it, deleted and brought back, and read as of before', async ({
  browser,
}, info) => {
  const connection = await ada.send('POST', '/model-connections', {
    name: 'Meanings',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
  });
  const context = await browser.newContext(wide);
  const page = await open(context, `/suites/cases?prompt=${promptId}`);
  await page.getByRole('button', { name: 'New set' }).first().click();
  await page.getByRole('textbox', { name: 'Name of the set' }).fill('Written');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No cases yet')).toBeVisible();
  await page.getByRole('button', { name: 'New case' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Give it a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('One');
  await dialog.getByRole('textbox', { name: 'topic' }).fill('neap tides');
  for (const kind of ['judged', 'json_path', 'number', 'javascript']) {
    await dialog.getByRole('button', { name: 'Add an assertion' }).click();
    await dialog.getByRole('combobox', { name: 'Kind' }).last().selectOption(kind);
  }
  await page.screenshot({ path: info.outputPath('20-assertions.png') });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/choose at least one judge/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove assertion 1' }).click();
  await dialog.getByRole('button', { name: 'Add an assertion' }).click();
  await dialog.getByRole('combobox', { name: 'Kind' }).last().selectOption('meaning');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Choose a connection and name an embedding model.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Connection' }).selectOption('Meanings');
  const embedding = dialog.getByRole('textbox', { name: 'Embedding model' });
  await expect(embedding).toHaveValue('nomic-embed-text');
  await embedding.fill('scripted-embedding');
  await page.screenshot({ path: info.outputPath('20b-meaning.png') });
  const [saved] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/cases')),
    dialog.getByRole('button', { name: 'Save' }).click(),
  ]);
  expect(saved.postDataJSON().cases[0].assertions).toContainEqual(
    expect.objectContaining({
      kind: 'meaning',
      model: { connectionId: connection.id, model: 'scripted-embedding' },
    }),
  );
  await expect(page.getByRole('row').filter({ hasText: 'neap tides' })).toBeVisible();

  await page.getByRole('button', { name: 'From CSV' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'cases.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,topic,weight\nTwo,the moon,2\nBad,the sun,x\n'),
  });
  await expect(dialog.getByText(/^Line 3:/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('21-import.png') });
  await dialog.getByRole('button', { name: 'Add 1 case' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'the moon' })).toBeVisible();
  await page.screenshot({ path: info.outputPath('22-cases.png') });

  await page.getByRole('row').filter({ hasText: 'the moon' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'the moon' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'the moon' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Version of the set' }).selectOption('1');
  await expect(page).toHaveURL(/version=1/);
  await expect(page.getByText(/does not change any more/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'the moon' })).toHaveCount(0);
  await page.getByRole('row').filter({ hasText: 'neap tides' }).click();
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await context.close();
});

test('a promptfoo configuration becomes a prompt, its cases and a suite, and says what it could not take', async ({
  browser,
}, info) => {
  const context = await browser.newContext(wide);
  const page = await open(context, '/prompts/import');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  const config = [
    'description: Greetings',
    'prompts: [file://greet.txt]',
    'providers: [openai:gpt-nowhere]',
    'tests:',
    '  - vars: { name: Ada }',
    '    assert:',
    '      - { type: contains, value: Ada }',
    '      - { type: python, value: "len(output) > 3" }',
    '',
  ].join('\n');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await chooser.setFiles([
    file('promptfooconfig.yaml', config),
    file('greet.txt', 'Greet {{name}} warmly.'),
    file('grade.py', 'print(1)'),
  ]);
  await expect(page.getByText('2 files · 1 prompt found · 1 case')).toBeVisible();
  await expect(page.getByText(/echo stands in until you choose one/)).toBeVisible();
  await page.getByText(/things? to know$/).click();
  await expect(page.getByText(/python/i).first()).toBeVisible();
  await page.screenshot({ path: info.outputPath('30-promptfoo.png'), fullPage: true });
  await page.getByRole('combobox', { name: /gpt-nowhere/ }).selectOption({ label: 'echo' });
  await expect(page.getByText(/echo stands in until/)).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: info.outputPath('31-promptfoo-phone.png') });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Import 1 prompt' }).dblclick();
  await expect(page.getByText('1 prompt is in the vault')).toBeVisible();
  await page.getByRole('link', { name: 'Show the suite' }).click();
  await expect(page.getByText('Greetings').first()).toBeVisible();
  expect((await ada.send('GET', '/prompts?q=greet')).items).toHaveLength(1);
  await context.close();
});
