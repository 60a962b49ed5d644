import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { holdTexts } from './house/hold-texts.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf, chooseModels, runButton } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let context: BrowserContext;
let page: Page;
let promptId: string;
let coldId: string;

const document = documentOf('Describe {{city}} in one {{unit}}.');
const steady = 'scripted-fast';

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  // A hundred words, ten a second: time to close the tab and come back.
  const text = Array.from({ length: 100 }, (_, index) => `word${index + 1}`).join(' ');
  house.provider.script(steady, { text, tokensPerSecond: 10 });
  ada = await house.signUp('Ada');
  const prompt = await ada.send('POST', '/prompts', { title: 'Cities', document, commit: true });
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

const answers = () => page.getByRole('region', { name: 'Result' });
const textOf = async (model: string) => (await answerOf(page, model).textContent()) ?? '';

test('two models stream side by side, and go on while the tab is closed', async () => {
  await page.goto(`${house.url}/prompts/${promptId}`);
  await page.getByRole('textbox', { name: 'city' }).fill('Oslo');
  await page.getByRole('textbox', { name: 'unit' }).fill('line');
  await chooseModels(page, [steady, 'scripted-slow']);
  await runButton(page).click();
  for (const model of [steady, 'scripted-slow'])
    await expect(answerOf(page, model)).toContainText('word3', { timeout: 15_000 });
  const address = page.url();
  expect(address).toContain('comparison=');
  await page.close();
  await expect
    .poll(() => house.provider.requests.filter(({ closedByClientAt }) => closedByClientAt).length)
    .toBe(0);
  page = await context.newPage();
  await page.goto(address);
  for (const model of [steady, 'scripted-slow']) {
    await expect(answerOf(page, model)).toContainText('word3');
    await expect(answerOf(page, model).getByRole('button', { name: `Stop ${model}` })).toBeVisible();
  }
});

test('one is stopped while the other goes on to its end', async () => {
  await answerOf(page, 'scripted-slow').getByRole('button', { name: 'Stop scripted-slow' }).click();
  await expect(answerOf(page, 'scripted-slow')).toContainText('Stopped. The text so far is kept.');
  await expect(answerOf(page, steady)).toContainText('word100', { timeout: 20_000 });
});

test('what was stopped is continued, and shows as one answer', async () => {
  const before = await textOf('scripted-slow');
  const kept = /word1 .*?(word\d+)\s*Stopped/s.exec(before)?.[1];
  expect(kept).toBeDefined();
  await answerOf(page, 'scripted-slow').getByRole('button', { name: 'Continue the answer' }).click();
  // The provider begins anew: its first word stands twice in the joined answer.
  await expect
    .poll(async () => (await textOf('scripted-slow')).split('word1 ').length - 1, { timeout: 15_000 })
    .toBe(2);
  expect(await textOf('scripted-slow')).toContain(String(kept));
  await answerOf(page, 'scripted-slow').getByRole('button', { name: 'Stop scripted-slow' }).click();
  await expect(answerOf(page, 'scripted-slow')).toContainText('Stopped');
  const sent = house.provider.requests.at(-1)?.body as { messages: { role: string }[] };
  expect(sent.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
});

test('both are compared, and one is run again as it was', async () => {
  await page.getByRole('radio', { name: 'Compare' }).click();
  await expect(answers()).toContainText('word100');
  await page.getByRole('radio', { name: 'Answers' }).click();
  await answerOf(page, steady)
    .getByRole('button', { name: `Run ${steady} again` })
    .click();
  await expect(answerOf(page, steady).getByRole('button', { name: `Stop ${steady}` })).toBeVisible();
  const { items } = await ada.send('GET', '/runs');
  const [again, first] = items.filter(({ model }: { model: string }) => model === steady);
  expect(again).toMatchObject({ kind: 'retry', parentId: first.id, sentHash: first.sentHash });
  await answerOf(page, steady)
    .getByRole('button', { name: `Stop ${steady}` })
    .click();
});

test('a table of values is run on two models, and its answers stand in a grid', async () => {
  await page.getByRole('button', { name: 'Paste sets of values' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste sets of values' });
  await dialog.getByLabel('Lines').fill('row,city,unit,mood\nNorth,Bergen,word,dry\nSouth,Rome,line,wet\n');
  await expect(dialog).toContainText('2 sets found');
  await expect(dialog).toContainText('mood');
  await dialog.getByRole('button', { name: 'Add 2 sets' }).click();
  const sets = page.getByRole('radiogroup', { name: 'Sets of values' });
  await expect(sets.getByRole('radio')).toHaveText(['Set 1', 'North', 'South']);
  await expect(page.getByRole('textbox', { name: 'city' })).toHaveValue('Bergen');
  await page.getByRole('button', { name: 'Duplicate this set' }).click();
  await page.getByRole('textbox', { name: 'Name of the set' }).fill('West');
  await page.getByRole('textbox', { name: 'city' }).fill('');
  await runButton(page).click();
  await expect(page.getByText(/keeps? it from running/)).toBeVisible();
  await page.getByRole('textbox', { name: 'city' }).fill('Cork');
  await page.getByRole('button', { name: 'Run 8 times' }).click();
  const grid = page.getByRole('table', { name: 'Answers by sets of values and models' });
  await expect(grid.getByRole('rowheader')).toHaveText(['Set 1', 'North', 'South', 'West']);
  await expect(grid.getByRole('columnheader')).toHaveCount(3);
  await expect(grid.getByRole('button').first()).toContainText('word1', { timeout: 15_000 });
  await page.screenshot({ path: test.info().outputPath('grid.png') });
  await page.getByRole('button', { name: 'Stop all' }).click();
  await expect(answers()).toContainText('8 of 8 answered');
  await grid.getByRole('button', { name: `Open the answer of ${steady} to West` }).click();
  const opened = page.getByRole('dialog', { name: 'West' });
  await expect(opened.getByRole('article')).toContainText('word1');
  await page.screenshot({ path: test.info().outputPath('opened.png') });
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  const last = house.provider.requests.map(({ body }) => JSON.stringify(body)).join('\n');
  for (const city of ['Oslo', 'Bergen', 'Rome', 'Cork']) expect(last).toContain(`Describe ${city}`);
});

test('an answer that lacks its form is repaired, and one that never gets it says where', async () => {
  const responseSchema = {
    type: 'object',
    properties: { title: { type: 'string' }, score: { type: 'integer' } },
    required: ['title', 'score'],
  };
  const rated = { ...document, responseSchema };
  const prompt = await ada.send('POST', '/prompts', { title: 'Rated', document: rated, commit: true });
  house.provider.script(
    'scripted-json',
    { text: '{"title":"Oslo"}' },
    { text: '{"title":"Oslo","score":7}' },
  );
  house.provider.script('scripted-split', { text: '{"title":"Oslo","score":"seven"}' });
  await page.goto(`${house.url}/prompts/${prompt.id}`);
  await page.getByRole('textbox', { name: 'city' }).fill('Oslo');
  await page.getByRole('textbox', { name: 'unit' }).fill('line');
  await page.getByRole('button', { name: 'Remove scripted-slow' }).click();
  await page.getByRole('button', { name: 'Remove scripted-fast' }).click();
  await chooseModels(page, ['scripted-json', 'scripted-split']);
  await runButton(page).click();
  const repaired = answerOf(page, 'scripted-json');
  await expect(repaired).toContainText('JSON, repaired');
  await expect(repaired.getByRole('group', { name: 'Answer' })).toContainText('score');
  await repaired.getByText('The answer as it came first').click();
  await expect(repaired).toContainText("must have required property 'score'");
  const wrong = answerOf(page, 'scripted-split');
  await expect(wrong).toContainText('not the form asked for');
  await expect(wrong).toContainText('/score: must be integer');
  await page.screenshot({ path: test.info().outputPath('form.png') });
  await wrong.getByRole('link', { name: 'Open the repair' }).click();
  await expect(page.getByText('Repairs', { exact: true })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('repair.png') });
});

test('what was asked at temperature 0 is given again from the cache, once it is switched on', async () => {
  await page.goto(`${house.url}/settings/cache`);
  await page.getByRole('switch', { name: 'Serve answers again' }).check();
  await expect(page.getByText('0 answers would be served again')).toBeVisible();
  const cold = { ...document, settings: { temperature: 0 } };
  const prompt = await ada.send('POST', '/prompts', { title: 'Cold', document: cold, commit: true });
  coldId = prompt.id;
  await page.goto(`${house.url}/prompts/${prompt.id}`);
  await page.getByRole('textbox', { name: 'city' }).fill('Oslo');
  await page.getByRole('textbox', { name: 'unit' }).fill('line');
  house.provider.script('scripted-json', { text: 'The first.' }, { text: 'The second.' });
  await page.getByRole('button', { name: 'Remove scripted-split' }).click();
  await runButton(page).click();
  await expect(answerOf(page, 'scripted-json')).toContainText('The first.');
  await expect(answerOf(page, 'scripted-json')).not.toContainText('from the cache');
  await runButton(page).click();
  await expect(answerOf(page, 'scripted-json')).toContainText('from the cache');
  await expect(answerOf(page, 'scripted-json')).toContainText('The first.');
  await page.getByRole('checkbox', { name: 'Ask the models afresh' }).check();
  await page.screenshot({ path: test.info().outputPath('cached.png') });
  await runButton(page).click();
  await expect(answerOf(page, 'scripted-json')).toContainText('The second.');
  await page.goto(`${house.url}/settings/cache`);
  await expect(page.getByText('1 answer would be served again')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('cache.png') });
  await page.getByRole('button', { name: 'Forget them all' }).click();
  await expect(page.getByText('0 answers would be served again')).toBeVisible();
});

test('answers that the live connection is silent about are read, early and late', async () => {
  const deaf = await context.newPage();
  await deaf.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    // The draft comes through; of what happens in the house the tab hears nothing.
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (typeof message !== 'string' || !message.includes('"eventId"')) socket.send(message);
    });
  });
  // The row tells the end before anything of the run could be heard.
  await deaf.route('**/api/v1/comparisons/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  house.provider.script('scripted-json', { text: 'Read in the end.' });
  await deaf.goto(`${house.url}/prompts/${coldId}`);
  await deaf.getByRole('checkbox', { name: 'Ask the models afresh' }).check();
  await runButton(deaf).click();
  await expect(answerOf(deaf, 'scripted-json')).toContainText('Read in the end.');
  // Words for three seconds: this one goes on when the page first reads it.
  house.provider.script('scripted-json', { text: 'and on '.repeat(30), tokensPerSecond: 10 });
  await runButton(deaf).click();
  await expect(answerOf(deaf, 'scripted-json')).toContainText('and on '.repeat(30).trim(), {
    timeout: 25_000,
  });
  await deaf.close();
});

test('a run asked for while the text is loading starts once it is here, or says why not', async () => {
  const plain = documentOf('Say what is worth a wait.');
  const { id } = await ada.send('POST', '/prompts', { title: 'Worth it', document: plain, commit: true });
  const slow = await context.newPage();
  const letIn = await holdTexts(slow);
  const started: string[] = [];
  slow.on('request', (request) => {
    if (request.method() === 'POST' && /\/api\/v1\/runs$/.test(request.url()))
      started.push(request.postData() ?? '');
  });
  house.provider.script('scripted-json', { text: 'It was worth the wait.' });
  await slow.goto(`${house.url}/prompts/${id}`);
  // A prompt that never ran begins with the models used last; choosing one of them again would take it away.
  await expect(slow.getByRole('button', { name: 'Add model' })).toBeVisible();
  if (!(await slow.getByRole('list', { name: 'Models' }).getByText('scripted-json').isVisible()))
    await chooseModels(slow, ['scripted-json']);
  await runButton(slow).click();
  await expect(runButton(slow)).toHaveAttribute('aria-busy', 'true');
  await slow.keyboard.press('ControlOrMeta+Enter');
  expect(started).toEqual([]);
  letIn();
  await expect(answerOf(slow, 'scripted-json')).toContainText('It was worth the wait.');
  expect(started).toHaveLength(1);
  expect(JSON.parse(started[0] ?? '')).toMatchObject({ source: { kind: 'version' } });
  await slow.close();

  const barred = await context.newPage();
  await barred.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (typeof message === 'string' && message.includes('draft:')) {
        const asked = JSON.parse(message);
        const problem = { code: 'prompt.not_found', message: 'This prompt is gone.' };
        socket.send(JSON.stringify({ type: 'problem', id: asked.id, problem }));
      } else server.send(message);
    });
  });
  await barred.goto(`${house.url}/prompts/${id}`);
  await expect(barred.getByText('The draft could not be loaded')).toBeVisible();
  await runButton(barred).click();
  await expect(barred.getByRole('region', { name: 'Notifications' })).toContainText(
    'The draft could not be loaded. This prompt is gone.',
  );
  await barred.close();
});

test('a run that needs what cannot be read says so, goes on once it can be, and is given up while it waits', async () => {
  const base = { title: 'Manners', path: 'manners', document: documentOf('Be kind.'), commit: true };
  await ada.send('POST', '/prompts', base);
  const text = documentOf('Greet. {{> manners@1}}');
  const { id } = await ada.send('POST', '/prompts', { title: 'Greeting', document: text, commit: true });
  const offline = await context.newPage();
  let answers: 'no' | 'late' | 'yes' = 'no';
  let letGo: (() => void) | undefined;
  await offline.route('**/api/v1/references/resolve', async (route) => {
    if (answers === 'no') return route.abort('internetdisconnected');
    if (answers === 'late') await new Promise<void>((resolve) => (letGo = resolve));
    return route.continue();
  });
  const started: string[] = [];
  offline.on('request', (request) => {
    if (request.method() === 'POST' && /\/api\/v1\/runs$/.test(request.url())) started.push(request.url());
  });
  await offline.goto(`${house.url}/prompts/${id}`);
  await expect(offline.getByRole('button', { name: 'Add model' })).toBeVisible();
  if (!(await offline.getByRole('list', { name: 'Models' }).getByText('scripted-json').isVisible()))
    await chooseModels(offline, ['scripted-json']);
  await runButton(offline).click();
  await expect(offline.getByRole('region', { name: 'Notifications' })).toContainText(
    'The prompts that this text takes in could not be read.',
  );
  await expect(runButton(offline)).not.toHaveAttribute('aria-busy', 'true');
  answers = 'late';
  await offline.evaluate(() => window.dispatchEvent(new Event('offline')));
  await offline.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(() => letGo !== undefined).toBe(true);
  await runButton(offline).click();
  await expect(runButton(offline)).toHaveAttribute('aria-busy', 'true');
  await offline.getByRole('button', { name: 'Do not run' }).click();
  await expect(runButton(offline)).not.toHaveAttribute('aria-busy', 'true');
  await runButton(offline).click();
  answers = 'yes';
  letGo?.();
  await expect(answerOf(offline, 'scripted-json')).toContainText('It was worth the wait.');
  expect(started).toHaveLength(1);
  await offline.close();
});

test('on a phone the sets and the grid are used too', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}/prompts/${promptId}`);
  await page.getByRole('radio', { name: 'Inputs' }).click();
  await page.getByRole('radio', { name: 'South' }).click();
  await expect(page.getByRole('textbox', { name: 'city' })).toHaveValue('Rome');
  await page.screenshot({ path: test.info().outputPath('phone-sets.png') });
  await page.getByRole('radio', { name: 'Result', exact: true }).click();
  await expect(
    page.getByRole('table', { name: 'Answers by sets of values and models' }).getByRole('rowheader').first(),
  ).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('phone-grid.png') });
});

test('a double click and a held key run once', async ({ browser }) => {
  // A browser that has not run anything: else a prompt begins with the models used last.
  const fresh = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(fresh);
  const page = await fresh.newPage();
  const { id } = await ada.send('POST', '/prompts', {
    title: 'Once',
    document: documentOf('Say it once.'),
    commit: true,
  });
  const started = async () => (await ada.send('GET', `/runs?promptId=${id}`)).items.length;
  await page.goto(`${house.url}/prompts/${id}`);
  await chooseModels(page, ['echo']);
  await runButton(page).dblclick();
  await expect(answerOf(page, 'echo')).toContainText('Say it once.');
  expect(await started()).toBe(1);

  await page.keyboard.down('ControlOrMeta');
  for (let press = 0; press < 5; press++) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(300);
  }
  await page.keyboard.up('Enter');
  await page.keyboard.up('ControlOrMeta');
  await expect.poll(started).toBe(2);

  await expect(answerOf(page, 'echo')).toContainText('Say it once.');
  await page.getByRole('button', { name: 'Run echo again' }).dblclick();
  await expect.poll(started).toBe(3);
  await page.waitForTimeout(1000);
  expect(await started()).toBe(3);
  await fresh.close();
});
