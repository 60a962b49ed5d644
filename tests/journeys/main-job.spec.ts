import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIResponse, expect, type Page, test } from '@playwright/test';
import { samplesDirectory } from '@promptvault/testing/samples';
import type { Body } from './house/api-person.ts';
import { dropFolder } from './house/drop-folder.ts';
import { signUpOwner } from './house/sign-up-owner.ts';
import { type House, password, startHouse } from './house/start-house.ts';
import { addSection, answerOf, chooseModels, runButton, saveVersion, writeSection } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

const samples = samplesDirectory();
test.skip(!samples, 'No sample data: set PROMPTVAULT_SAMPLES to its folder.');

const secretLine = 'export const taxRate = 0.19; // journey marker 7f3a';
let house: House;
let page: Page;
let folder: string;
let promptUrl: string;

/** Bodies of everything the browser sent, in order. */
const sent: { url: string; body: string }[] = [];

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'build'));
  writeFileSync(join(folder, '.gitignore'), 'build/\n');
  writeFileSync(join(folder, 'README.md'), '# Ledger\n\nAdds amounts.\n');
  writeFileSync(join(folder, 'src', 'tax.ts'), `${secretLine}\n`);
  writeFileSync(join(folder, 'src', 'ledger.ts'), 'export const add = (a: number, b: number) => a + b;\n');
  writeFileSync(join(folder, 'build', 'out.js'), 'built\n');
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('request', (request) => sent.push({ url: request.url(), body: request.postData() ?? '' }));
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => sent.push({ url: socket.url(), body: String(payload) })),
  );
});

test.afterAll(async () => {
  await page?.close();
  await house?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('the first visitor becomes the owner', async () => {
  await signUpOwner(page, house.url, 'Ada');
});

test('connects two providers', async () => {
  await page.goto(`${house.url}/settings/models`);
  for (const [name, provider, address] of [
    ['Alpha', 'OpenAI', house.provider.baseUrls.openai],
    ['Beta', 'Anthropic', house.provider.baseUrls.anthropic],
  ] as const) {
    await page.getByRole('button', { name: 'Add connection' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: new RegExp(`^${provider}`) }).click();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Address').fill(address);
    await dialog.getByLabel('Key').fill('sk-scripted-0123456789');
    await dialog.getByRole('button', { name: 'Test and save' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
});

test('brings 1,529 prompts from a CSV file', async () => {
  await page.goto(`${house.url}/prompts/import`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles(join(samples as string, 'prompts', 'prompts.csv'));
  await page.getByRole('button', { name: 'Import 1,529 prompts' }).click();
  await expect(page.getByText('1,529 prompts are in the vault')).toBeVisible({ timeout: 45_000 });
});

test('finds one of them at once', async () => {
  await page.goto(`${house.url}/prompts`);
  await expect(page.getByText('1,529 prompts')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter by title or path' }).fill('linux term');
  await expect(page.getByText('1 prompt', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Linux Terminal', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Linux Terminal', level: 1 })).toBeVisible();
  promptUrl = page.url();
});

test('turns it into sections with two variables', async () => {
  await addSection(page, 'System');
  await writeSection(page, 'System', 'You are a {{shell}} terminal.');
  await addSection(page, 'Context');
  await writeSection(page, 'Instructions', 'Run this and reply with its output only: {{command}}');
  await page.getByRole('textbox', { name: 'shell' }).fill('bash');
  await page.getByRole('textbox', { name: 'command' }).fill('pwd');
  const preview = page.getByRole('region', { name: 'Result' });
  await expect(preview.getByText('You are a bash terminal.')).toBeVisible();
  await expect(preview.getByText('reply with its output only: pwd')).toBeVisible();
});

test('takes three files of a dropped folder, and sends none of them', async () => {
  sent.length = 0;
  await page.getByRole('button', { name: 'Choose files' }).click();
  const place = page.getByRole('region', { name: 'Drop a folder here' });
  await expect(place).toBeVisible();
  await dropFolder(page, place, folder);
  const tree = page.getByRole('tree');
  await expect(tree.getByRole('treeitem', { name: /^README\.md/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /^build/ })).toHaveCount(0);
  const source = tree.getByRole('treeitem', { name: /^src/ });
  if ((await source.getAttribute('aria-expanded')) !== 'true') await source.click();
  for (const name of ['README.md', 'ledger.ts', 'tax.ts']) {
    const item = tree.getByRole('treeitem', { name: new RegExp(`^${name.replace('.', '\\.')}`) });
    await item.locator('span[aria-hidden]').first().click();
    await expect(item).toHaveAttribute('aria-checked', 'true');
  }
  const add = page.getByRole('button', { name: 'Add 3 chosen files' });
  if (await add.isVisible()) await add.click();
  await expect(
    page.getByRole('region', { name: 'Context' }).getByText('3 files', { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Result' }).getByText('journey marker 7f3a')).toBeVisible();
  expect(sent.filter(({ body }) => body.includes('journey marker'))).toEqual([]);
});

test('reads the chosen files again when they have changed on the disk', async () => {
  writeFileSync(join(folder, 'src', 'tax.ts'), `${secretLine}\nexport const editedSince = true;\n`);
  await page.getByRole('button', { name: 'List again' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByText('editedSince')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Context' }).getByText('3 files', { exact: true }),
  ).toBeVisible();
  // An edit in another program, and back to the page.
  writeFileSync(join(folder, 'src', 'tax.ts'), `${secretLine}\nexport const editedTwice = true;\n`);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(result.getByText('editedTwice')).toBeVisible();
  await expect(result.getByText('editedSince')).toBeHidden();
  expect(sent.filter(({ body }) => body.includes('journey marker'))).toEqual([]);
});

test('runs on echo and two providers at once, and stops one', async () => {
  await chooseModels(page, ['echo', 'scripted-fast', 'scripted-slow']);
  await runButton(page).click();
  await expect(
    answerOf(page, 'scripted-slow').getByRole('button', { name: 'Stop scripted-slow' }),
  ).toBeVisible();
  await expect(answerOf(page, 'echo')).toContainText('journey marker 7f3a');
  await expect(
    answerOf(page, 'scripted-fast').getByRole('button', { name: 'Copy the answer' }),
  ).toBeVisible();
  await expect(
    answerOf(page, 'scripted-slow').getByRole('button', { name: 'Copy the answer' }),
  ).toBeVisible();
  await answerOf(page, 'scripted-slow').getByRole('button', { name: 'Stop scripted-slow' }).click();
  await expect(answerOf(page, 'scripted-slow')).toContainText('Stopped. The text so far is kept.');
  const [stopped] = house.provider.requests.filter(({ model }) => model === 'scripted-slow');
  expect(await stopped?.over).toBe('closed-by-client');
});

test('compares two answers', async () => {
  await expect(answerOf(page, 'scripted-fast').getByText('finished')).toBeVisible();
  await page
    .getByRole('radio', { name: 'Compare' })
    .or(page.getByRole('button', { name: 'Compare' }))
    .first()
    .click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByLabel('Left answer')).toBeVisible();
  await expect(result.getByLabel('Right answer')).toBeVisible();
});

test('saves with a message, and finds everything after a reload', async () => {
  await saveVersion(page, 'Sections, and two variables', 2);
  await page.goto('about:blank');
  await page.goto(promptUrl);
  await expect(page.getByRole('textbox', { name: 'System' })).toContainText('You are a {{shell}} terminal.');
  await expect(page.getByRole('textbox', { name: 'shell' })).toHaveValue('bash');
  await expect(page.getByRole('textbox', { name: 'command' })).toHaveValue('pwd');
  await expect(page.getByText('Sections, and two variables')).toBeVisible();
  await page.goto(`${house.url}/runs`);
  const runs = page.getByRole('main').getByRole('row');
  for (const model of ['echo', 'scripted-fast', 'scripted-slow'])
    await expect(runs.filter({ hasText: model })).toHaveCount(1);
});

test('runs the same over REST with the OpenAPI document in hand', async ({ playwright }) => {
  const api = await playwright.request.newContext({ baseURL: house.url });
  const document = await (await api.get('/api/v1/openapi.json')).json();
  const pathOf = (operationId: string) => {
    for (const [path, methods] of Object.entries<Record<string, { operationId: string }>>(document.paths))
      for (const method of Object.values(methods)) if (method.operationId === operationId) return path;
    throw new Error(`The document has no ${operationId}.`);
  };
  const answered = async (response: APIResponse): Promise<Body> => {
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  };
  await answered(await api.post(pathOf('signIn'), { data: { email: 'ada@example.com', password } }));
  const promptId = promptUrl.split('/').at(-1)?.split('?')[0] ?? '';
  const started = await answered(
    await api.post(pathOf('startRuns'), {
      data: {
        source: { kind: 'label', promptId, label: 'latest' },
        values: { shell: 'bash', command: 'pwd' },
        models: [{ connectionId: null, model: 'echo' }],
      },
    }),
  );
  const events = await api.get(pathOf('followComparison').replace('{comparisonId}', started.comparison.id));
  expect(await events.text()).toContain('run-end');
  const run = await answered(
    await api.get(pathOf('getRun').replace('{runId}', started.comparison.runs[0].id)),
  );
  expect(run.status).toBe('finished');
  expect(run.output).toContain('Run this and reply with its output only: pwd');
  await api.dispose();
});
