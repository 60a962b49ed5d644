import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
/** A provider that lets pages read its answers, as those that private runs can use do. */
let model: ScriptedProvider;
let ada: ApiPerson;
let context: BrowserContext;
let page: Page;
let promptId: string;

/** What must never reach the server; found wherever it is written, also in part of a word. */
const marks = {
  value: 'VALUE-MARK-4401',
  key: 'sk-KEY-MARK-4402',
  answer: 'ANSWER-MARK-4403',
  thought: 'THOUGHT-MARK-4404',
  refusal: 'REFUSAL-MARK-4405',
};
const known = 'TITLE-MARK-4406';

/** Everything this browser sent to our server: addresses, headers, bodies, frames of the live connection. */
const sent: string[] = [];
const toModel: string[] = [];

function record(target: Page): void {
  target.on('request', (request) => {
    const all = [
      request.method(),
      request.url(),
      JSON.stringify(request.headers()),
      request.postData() ?? '',
    ];
    (request.url().startsWith(house.url) ? sent : toModel).push(all.join('\n'));
  });
  target.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      sent.push(payload.toString());
    });
  });
}

const expectUnsaid = (texts: string) => {
  for (const [what, mark] of Object.entries(marks))
    expect(texts.includes(mark), `${what} is nowhere`).toBe(false);
};

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  model = await startScriptedProvider({ allowsPages: true });
  model.script('local-model', {
    text: `${marks.answer} and a few more words that take their time`,
    reasoning: marks.thought,
    tokensPerSecond: 30,
  });
  model.script('local-slow', { text: 'word '.repeat(200), tokensPerSecond: 10 });
  model.script('local-refusing', { status: 400, errorMessage: `Not this: ${marks.refusal}` });
  ada = await house.signUp('Ada');
  const document = documentOf('Explain {{secret}} in one line.');
  promptId = (await ada.send('POST', '/prompts', { title: known, document, commit: true })).id;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
  record(page);
});

test.afterAll(async () => {
  await context?.close();
  await model?.close();
  await house?.close();
});

const runPrivately = () => page.getByRole('button', { name: /^Run (\d+ )?privately/ });
const numbersTold = () => sent.filter((each) => each.startsWith('POST') && each.includes('/private-runs'));

async function addConnection(name: string, address: string, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Add connection' }).click();
  const dialog = page.getByRole('dialog', { name: 'New connection in this browser' });
  await dialog.getByRole('radio', { name: /Compatible/ }).click();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Address').fill(address);
  await dialog.getByLabel('Key').fill(key);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
}

async function chooseModel(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add model' }).click();
  await page
    .getByRole('dialog', { name: 'Choose models of this browser' })
    .getByLabel(name, { exact: true })
    .check();
  await page.keyboard.press('Escape');
}

test('a model is connected to this browser alone, and a prompt run on it without the server', async () => {
  await page.goto(`${house.url}/prompts/${promptId}`);
  await page.getByRole('textbox', { name: 'secret' }).fill(marks.value);
  await page.getByRole('switch', { name: /Private run/ }).check();
  await addConnection('Mine', model.baseUrls.openai_compatible, marks.key);
  await expect(page.getByText(/Saved in this browser/)).toBeVisible();
  await chooseModel('local-model');
  await runPrivately().click();
  const answer = answerOf(page, 'local-model');
  await expect(answer).toContainText(marks.answer);
  await expect(answer.getByText('private', { exact: true })).toBeVisible();
  await expect(answer).toContainText('that take their time');
  const call = model.requests.find((request) => request.model === 'local-model');
  expect(JSON.stringify(call?.body)).toContain(`Explain ${marks.value} in one line.`);
  await expect.poll(() => numbersTold().length).toBe(1);
  // What is looked at is what was sent: the worker's own requests are among it.
  expect(toModel.some((each) => each.includes('/chat/completions') && each.includes(marks.value))).toBe(true);
});

test('one can be stopped, which closes the call', async () => {
  await chooseModel('local-slow');
  await runPrivately().click();
  const answer = answerOf(page, 'local-slow');
  await expect(answer).toContainText('word word');
  await answer.getByRole('button', { name: 'Stop local-slow' }).click();
  await expect(answer).toContainText('Stopped');
  await expect
    .poll(() => model.requests.find((request) => request.model === 'local-slow')?.closedByClientAt ?? null)
    .not.toBeNull();
  await expect.poll(() => numbersTold().length).toBe(3);
});

test('a refusal is said in the words of the provider here, and to the server by its kind alone', async () => {
  for (const name of ['local-model', 'local-slow'])
    await page.getByRole('button', { name: `Take away ${name}` }).click();
  await chooseModel('local-refusing');
  await runPrivately().click();
  await expect(answerOf(page, 'local-refusing')).toContainText(marks.refusal);
  await expect.poll(() => numbersTold().length).toBe(4);
});

test('a server that refuses pages, one that is not there, and one whose key is wrong are told apart', async () => {
  model.allowsPages = false;
  await runPrivately().click();
  await expect(answerOf(page, 'local-refusing')).toContainText(`OLLAMA_ORIGINS=${house.url}`);
  model.allowsPages = true;
  await addConnection('Nobody', 'http://127.0.0.1:9/v1', '');
  const dialog = page.getByRole('dialog', { name: 'New connection in this browser' });
  await expect(dialog).toContainText('Nothing answers at 127.0.0.1:9');
  await dialog.getByLabel('Address').fill(model.baseUrls.openai_compatible);
  await dialog.getByLabel('Key').fill('scripted-wrong-key');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toContainText('does not accept the key');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('what was answered is gone with the tab; the numbers are in the history, and nothing can be made of them', async () => {
  await page.reload();
  await expect(page.getByText('This private answer is gone')).toBeVisible();
  await page.goto(`${house.url}/runs`);
  const row = page.getByRole('row').filter({ hasText: 'local-model' }).first();
  await expect(row.getByText('private', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'More filters' }).click();
  const which = page.getByRole('combobox', { name: 'Private runs' });
  await which.selectOption({ label: 'Without private' });
  await expect(page).toHaveURL(/private=without/);
  await expect(page.getByRole('row').filter({ hasText: 'local-model' })).toHaveCount(0);
  await which.selectOption({ label: 'Only private' });
  if (process.env.PROMPTVAULT_PICTURES)
    await page.screenshot({ path: `${process.env.PROMPTVAULT_PICTURES}/private-filter.png` });
  await row.click();
  await expect(page.getByText('This run was private')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share' })).toBeHidden();
});

test('an organization may forbid it: then no page offers it, and the server counts none', async () => {
  const policy = await ada.send('GET', '/private-run-policy');
  await page.goto(`${house.url}/settings/private-runs`);
  // Not `uncheck`: it looks before the page was drawn anew.
  const choice = page.getByRole('switch', { name: /Members may run privately/ });
  await choice.click();
  await expect(choice).not.toBeChecked();
  await expect.poll(async () => (await ada.send('GET', '/private-run-policy')).allowed).toBe(false);
  await page.goto(`${house.url}/prompts/${promptId}`);
  await expect(page.getByRole('textbox', { name: 'secret' })).toHaveValue(marks.value);
  await expect(page.getByRole('button', { name: 'Add model' })).toBeVisible();
  await expect(page.getByRole('switch', { name: /Private run/ })).toBeHidden();
  await expect(runPrivately()).toBeHidden();
  const told = JSON.parse(numbersTold()[0]?.split('\n').at(-1) ?? '{}');
  await expect(ada.send('POST', '/private-runs', told)).rejects.toThrow('run.private_forbidden');
  await ada.send(
    'PATCH',
    '/private-run-policy',
    { allowed: true },
    { 'if-match': `"r${policy.revision + 1}"` },
  );
});

test('the key is in no storage in the clear, and gone after a sign-out', async () => {
  const kept = () =>
    page.evaluate(async () => {
      const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name ?? '');
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of database.objectStoreNames)
          await new Promise<void>((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => {
              const text = JSON.stringify(request.result, (_, value) =>
                value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
              );
              found.push(`${name} ${text} ${request.result.map(String).join(' ')}`);
              resolve();
            };
          });
        database.close();
      }
      return found.join('\n');
    });
  await page.goto(`${house.url}/settings/private-runs`);
  await expect(page.getByText('key in this browser')).toBeVisible();
  const before = await kept();
  expect(before).toContain('promptvault-private');
  expect(before).toContain('CryptoKey');
  expect(before).not.toContain(marks.key);
  await page.getByRole('button', { name: 'Ada' }).last().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  const after = await kept();
  expect(after).toContain('Mine');
  expect(after).not.toContain('CryptoKey');
});

test('nothing that was said, filled in or kept secret has reached the server', async () => {
  const everything = sent.join('\n');
  expect(sent.length).toBeGreaterThan(20);
  expect(everything).toContain('"inputTokens"');
  expectUnsaid(everything);
  const rows = await house.stopAndDump();
  expect(rows).toContain(known);
  expect(rows).toContain('local-model');
  expectUnsaid(rows);
});
