/** A suite is red on two cases; a model rewrites the prompt, the rewrite passes, and becomes a branch with a review request. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;
let promptId = '';
let suiteId = '';

test.beforeAll(async () => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const document = documentOf('Explain {{topic}} to a child.');
  promptId = (await ada.send('POST', '/prompts', { title: 'Tides', document, commit: true })).id;
  const caseSetId = (await ada.send('POST', '/case-sets', { promptId, name: 'Tone' })).id;
  const cases = ['neap tides', 'spring tides', 'king tides', 'slack water'].map((topic, index) => ({
    name: topic,
    values: { topic },
    assertions: [{ kind: 'contains', values: [index < 2 ? 'moon' : 'water'], ignoreCase: true }],
  }));
  await ada.send('POST', `/case-sets/${caseSetId}/cases`, { cases });
  const connection = await ada.send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  const models = [{ connectionId: connection.id, model: 'scripted-fast' }];
  suiteId = (await ada.send('POST', '/suites', { promptId, caseSetId, name: 'Tone', models })).id;
  const sectionId = (await ada.send('GET', `/prompts/${promptId}/versions/1`)).document.sections[0].id;
  house.provider.script('scripted-fast', {
    textFrom: (body) =>
      JSON.stringify(body).includes('NAME THE MOON') ? 'The moon pulls the water.' : 'The water rises.',
    tokensPerSecond: 40,
  });
  const rewritten = (text: string, idea: string) => ({ idea, edits: [{ section: sectionId, text }] });
  house.provider.script('scripted-json', {
    textFrom: (body) =>
      JSON.stringify(body).includes('You find fault')
        ? 'It never asks for the cause.'
        : JSON.stringify({
            candidates: [
              rewritten('Explain {{topic}} to a child. NAME THE MOON.', 'Ask for the cause'),
              rewritten('Explain {{topic}} to a small child.', 'Say who reads it'),
              rewritten('Explain it to a child.', 'Leave the topic out'),
            ],
          }),
  });
});
test.afterAll(() => house?.close());

const open = async (context: BrowserContext, path: string): Promise<Page> => {
  await ada.enter(context);
  const page = await context.newPage();
  await page.goto(`${house.url}${path}`);
  return page;
};

test('a red suite leads to a better rewrite, before and after are seen, and it becomes a branch with a review', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await open(context, `/suites/${suiteId}`);
  const shot = (name: string, of = page) => of.screenshot({ path: info.outputPath(`${name}.png`) });
  await page.getByRole('button', { name: 'Run suite' }).click();
  await expect(page.getByText('2 of 4 passed')).toBeVisible({ timeout: 30_000 });
  await page.goto(`${house.url}/suites/${suiteId}`);
  await page.getByRole('link', { name: 'Optimise' }).click();
  await expect(page.getByText('Not optimised yet')).toBeVisible();
  await shot('01-empty');
  await page.getByRole('button', { name: 'Start optimising' }).click();
  await expect(page.getByText('Choose a model.')).toBeVisible();
  await page.getByRole('button', { name: 'Add model' }).click();
  await page
    .getByRole('option', { name: /scripted-json/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await shot('02-form');
  await page.getByRole('button', { name: 'Start optimising' }).click();
  await expect(page).toHaveURL(/\/suites\/optimisations\//);
  await shot('03-running');
  await expect(page.getByText('Every case the model may see passes.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Among the best').first()).toBeVisible();
  await expect(page.getByText('It no longer uses topic.')).toBeVisible();
  await expect(page.getByText('It never asks for the cause.')).toBeVisible();
  await shot('04-done');
  await page.getByRole('row').filter({ hasText: 'Ask for the cause' }).click();
  await expect(page).toHaveURL(/candidate=1/);
  await expect(page.getByText('Not passed → Passed').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('NAME THE MOON');
  await shot('05-candidate');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot('06-dark');
  await page.getByRole('button', { name: 'Make a branch and ask for review' }).click();
  await page.getByRole('button', { name: 'Make the branch' }).click();
  await expect(page.getByText('Candidate 1 is on the branch optimised-1.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the review' }).click();
  await expect(page).toHaveURL(/\/reviews\//);
  await expect(page.getByText(/never saw/).first()).toBeVisible();
  await shot('07-review');

  const small = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const { items } = await ada.send('GET', `/optimisations?promptId=${promptId}`);
  const phone = await open(small, `/suites/optimisations/${items[0].id}`);
  await expect(phone.getByText('Among the best').first()).toBeVisible();
  await shot('08-phone', phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.goto(`${house.url}/suites/optimise?prompt=${promptId}`);
  await expect(phone.getByText('Finished')).toBeVisible();
  await shot('09-phone-form', phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.goto(`${house.url}/suites/optimisations/018f0000-0000-7000-8000-000000000000`);
  await expect(phone.getByText('The optimisation could not be loaded')).toBeVisible();
  await shot('10-phone-error', phone);
  await Promise.all([context.close(), small.close()]);
});
