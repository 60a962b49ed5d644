import { expect, type Page, test } from '@playwright/test';
import { documentOf } from './house/document-of.ts';
import { signUpOwner } from './house/sign-up-owner.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

const document = documentOf('Explain the tides.');

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

const send = async (path: string, data: object) => {
  const answer = await page.request.post(`${house.url}/api/v1${path}`, {
    data,
    headers: { origin: house.url },
  });
  return answer.json();
};

test('looks for local servers and says honestly what it found', async () => {
  await page.goto(`${house.url}/settings/models`);
  await page.getByRole('button', { name: 'Find local servers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find servers of local models' });
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  await dialog.getByLabel('Machine').fill('http://somewhere');
  await dialog.getByRole('button', { name: 'Look' }).click();
  await expect(dialog.getByText('Enter the name or address of a machine')).toBeVisible();
  await dialog.getByLabel('Machine').fill('169.254.169.254');
  await dialog.getByRole('button', { name: 'Look' }).click();
  await expect(dialog.getByText('a reserved address that is never called').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
});

test('connects an account of one’s own, asked over the responses of OpenAI', async () => {
  await page.getByRole('button', { name: 'Add connection' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('My own');
  await dialog.getByLabel('Address').fill(house.provider.baseUrls.openai);
  await dialog.getByLabel('API key').fill('sk-scripted-0123456789');
  await expect(dialog.getByLabel('API', { exact: true })).toHaveValue('responses');
  await dialog.getByLabel('Only for me').check();
  await dialog.getByRole('button', { name: 'Test and save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('only you')).toBeVisible();
});

test('says what the catalogue does not know of a model', async () => {
  await page.getByRole('button', { name: /^Show \d+ models/ }).click();
  const grid = page.getByRole('grid', { name: 'Models of My own' });
  await grid.getByText('scripted-fast', { exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Facts about scripted-fast' });
  await dialog.getByLabel('Context window').fill('many');
  await dialog.getByLabel(/^Input price/).fill('2.50');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Enter a whole number of tokens')).toBeVisible();
  await dialog.getByLabel('Context window').fill('32768');
  await dialog.getByLabel('Output price').fill('10');
  await dialog.getByLabel('Last day').fill('2030-01-31');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const row = grid.getByRole('row', { name: /scripted-fast/ });
  await expect(row).toContainText('own facts');
  await expect(row).toContainText('until 2030-01-31');
  await expect(row).toContainText('$2.50');
});

test('suggests models for the prompt at hand, and says why others are left out', async () => {
  const prompt = await page.request.post(`${house.url}/api/v1/prompts`, {
    headers: { origin: house.url },
    data: {
      title: 'Rated tides',
      document: documentOf('Rate the tides.', { responseSchema: { type: 'object' } }),
      commit: true,
    },
  });
  const { id } = (await prompt.json()) as { id: string };
  const connections = await page.request.get(`${house.url}/api/v1/model-connections`);
  const { items } = (await connections.json()) as { items: { id: string }[] };
  await page.request.post(`${house.url}/api/v1/model-facts`, {
    headers: { origin: house.url },
    data: { connectionId: items[0]?.id, model: 'scripted-slow', schema: false },
  });
  await page.goto(`${house.url}/prompts/${id}`);
  await page.getByRole('button', { name: 'Add model' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose models' });
  await expect(dialog.getByRole('option', { name: /^Echo/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Suggest a model' }).click();
  await expect(dialog.getByRole('button', { name: 'Schema' })).toHaveAttribute('aria-pressed', 'true');
  const first = dialog.getByRole('option').first();
  await expect(first).toContainText('scripted-fast');
  await expect(first).toContainText(/≈ \$0\.01\d\d a call · 33k tokens of context · My own/i);
  await expect(dialog.getByRole('option', { name: /^Echo/ })).toHaveCount(0);
  await expect(dialog.getByRole('option').last()).toContainText('price unknown');
  await expect(dialog.getByText('1 model left out: 1 without schemas')).toBeVisible();
  await first.click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Models' })).toContainText('scripted-fast');

  // Opened at once after it was closed, and closed by the button that opened it.
  const add = page.getByRole('button', { name: 'Add model' });
  await add.click();
  await expect(dialog).toBeVisible();
  const place = await add.boundingBox();
  await page.keyboard.press('Escape');
  await page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 10);
  await expect(dialog).toBeVisible();
  await add.click();
  await expect(dialog).toBeHidden();
  await add.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
});

test('puts models in an order to fall back on, and a run tells what happened', async () => {
  house.provider.script('always-full', { status: 503, headers: { 'retry-after': '600' } });
  await send('/model-connections', {
    name: 'Shared',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  await page.goto(`${house.url}/settings/models`);
  await page.getByRole('button', { name: 'New chain' }).click();
  const dialog = page.getByRole('dialog', { name: 'New chain' });
  await dialog.getByLabel('Name').fill('Never silent');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('A chain has at least two models.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add model' }).click();
  const search = page.getByRole('combobox', { name: 'Search models' });
  for (const name of ['scripted-json', 'always-full']) {
    await search.fill(name);
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Move always-full up' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Never silent' })).toBeVisible();

  const chains = await page.request.get(`${house.url}/api/v1/model-chains`);
  const { items } = (await chains.json()) as { items: { id: string }[] };
  const { comparison } = await send('/runs', {
    source: { kind: 'document', document },
    models: [{ chainId: items[0]?.id }],
  });
  await page.goto(`${house.url}/runs/${comparison.runs[0].id}`);
  await expect(page.getByText('Failed before it')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Going on with scripted-json')).toBeVisible();
});

test('limits what is spent, and refuses in words what would not fit', async () => {
  await page.goto(`${house.url}/settings/budget`);
  await expect(page.getByText(/spent, no limit/).first()).toBeVisible();
  await page.getByLabel('Limit a day').fill('a lot');
  await page.getByLabel('Limit a month').fill('20');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enter dollars, such as 20 or 12.50, or nothing.')).toBeVisible();
  await page.getByLabel('Limit a day').fill('0.01');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('meter', { name: /^Today/ })).toBeVisible();
  await expect(page.getByRole('meter', { name: /^This month: .* of \$20/ })).toBeVisible();

  const connections = await page.request.get(`${house.url}/api/v1/model-connections`);
  const { items } = (await connections.json()) as { items: { id: string; name: string }[] };
  const answer = await page.request.post(`${house.url}/api/v1/runs`, {
    headers: { origin: house.url },
    data: {
      source: { kind: 'document', document },
      models: [{ connectionId: items.find(({ name }) => name === 'My own')?.id, model: 'scripted-fast' }],
    },
  });
  expect(answer.status()).toBe(402);
  expect(await answer.json()).toMatchObject({ code: 'budget.exhausted' });
});

test('refuses models whose price nobody knows under a budget, until they are allowed', async () => {
  const { id } = await send('/model-connections', {
    name: 'Far away',
    provider: 'openai_compatible',
    baseUrl: 'https://models.promptvault.invalid/v1',
    key: 'sk-scripted-0123456789',
    saveAnyway: true,
  });
  const run = () =>
    page.request.post(`${house.url}/api/v1/runs`, {
      headers: { origin: house.url },
      data: { source: { kind: 'document', document }, models: [{ connectionId: id, model: 'mystery' }] },
    });
  const refused = await run();
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({
    code: 'budget.price_unknown',
    detail: expect.stringContaining('The price of mystery is not known'),
  });
  await expect(page.getByText(/^Models without a known price are refused/)).toBeVisible();
  await page.getByLabel('Allow models without known prices').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Models without a known price run and count as nothing/)).toBeVisible();
  expect((await run()).status()).toBe(201);
});
