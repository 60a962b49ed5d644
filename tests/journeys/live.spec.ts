import { expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf, chooseModels, runButton } from './house/studio.ts';

/** 1,500 tokens at 12 a second: two minutes, so that they go on for as long as the journey looks. */
const models = ['scripted-rate-12-1500', 'scripted-rate-13-1500', 'scripted-rate-14-1500'];

let house: House;
let person: ApiPerson;
let promptId: string;

const document = documentOf('Explain the tides.');

test.beforeAll(async () => {
  house = await startHouse();
  for (const [index, model] of models.entries())
    house.provider.script(model, { text: 'wave '.repeat(1_500), tokensPerSecond: 12 + index });
  person = await house.signUp('Ada');
  await person.send('POST', '/model-connections', {
    name: 'Alpha',
    provider: 'openai',
    baseUrl: house.provider.baseUrls.openai,
    key: 'sk-scripted-0123456789',
  });
  const prompt = await person.send('POST', '/prompts', { title: 'Tides', document, commit: true });
  promptId = prompt.id;
});

test.afterAll(() => house?.close());

async function lengthOf(page: Page, model: string): Promise<number> {
  return ((await answerOf(page, model).textContent()) ?? '').length;
}

test('eight answers stream in three tabs, and no request starves', async ({ context }) => {
  await person.enter(context);
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()];
  const share = [models, models, models.slice(0, 2)];
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(`${house.url}/prompts/${promptId}`);
    if (index === 0) await chooseModels(tab, models);
    const wanted = share[index] ?? [];
    // A tab in the background draws nothing, and a click waits for what is drawn.
    await tab.bringToFront();
    for (const model of wanted.length < models.length ? models.slice(wanted.length) : [])
      await tab.getByRole('button', { name: new RegExp(`^Remove ${model}`) }).click();
    await expect(runButton(tab)).toHaveAccessibleName(new RegExp(`^Run ${wanted.length} models`));
  }
  // Once all are ready: whether a button stands still is asked frame by frame, and where frames are drawn without a
  // graphics card those of three tabs with streams come late.
  for (const [index, tab] of tabs.entries()) {
    await tab.bringToFront();
    const started = tab.waitForResponse(
      (one) => one.request().method() === 'POST' && one.url().endsWith('/runs'),
    );
    await runButton(tab).click({ force: true });
    expect((await started).status()).toBe(201);
    for (const model of share[index] ?? [])
      await expect(answerOf(tab, model)).toContainText('wave wave wave');
  }
  const running = async () => (await person.send('GET', '/runs?status=running')).items.length;
  await expect.poll(running).toBe(8);

  const before = await Promise.all(tabs.map((tab) => lengthOf(tab, models[0] as string)));
  const another = await context.newPage();
  // A request that starves waits for the streams, which go on for two minutes.
  await another.goto(`${house.url}/prompts`);
  await expect(another.getByRole('link', { name: 'Tides', exact: true })).toBeVisible({ timeout: 30_000 });
  for (const [index, tab] of tabs.entries())
    await expect.poll(() => lengthOf(tab, models[0] as string)).toBeGreaterThan(before[index] as number);
  await another.close();
});

test('who leaves and comes back sees the run going on', async ({ context }) => {
  await person.enter(context);
  const page = await context.newPage();
  await page.goto(`${house.url}/prompts/${promptId}`);
  await chooseModels(page, [models[0] as string]);
  await runButton(page).click();
  await expect(answerOf(page, models[0] as string)).toContainText('wave wave');
  const left = await lengthOf(page, models[0] as string);
  await page.getByRole('link', { name: 'Runs', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
  await page.waitForTimeout(1_000);
  await page.goBack();
  await expect(answerOf(page, models[0] as string)).toContainText('wave wave');
  await expect.poll(() => lengthOf(page, models[0] as string)).toBeGreaterThan(left);
  const found = await lengthOf(page, models[0] as string);
  await page.reload();
  await expect.poll(() => lengthOf(page, models[0] as string)).toBeGreaterThan(found);
  await page.getByRole('button', { name: `Stop ${models[0]}` }).click();
  await expect(answerOf(page, models[0] as string)).toContainText('The text so far is kept');
});

test('one live connection a tab carries everything', async ({ context }) => {
  await person.enter(context);
  const page = await context.newPage();
  let sockets = 0;
  let eventStreams = 0;
  page.on('websocket', () => {
    sockets += 1;
  });
  page.on('request', (request) => {
    if (request.headers().accept === 'text/event-stream') eventStreams += 1;
  });
  await page.goto(`${house.url}/prompts/${promptId}`);
  await chooseModels(page, models);
  await runButton(page).click();
  for (const model of models) await expect(answerOf(page, model)).toContainText('wave wave');
  expect({ sockets, eventStreams }).toEqual({ sockets: 1, eventStreams: 0 });
});
