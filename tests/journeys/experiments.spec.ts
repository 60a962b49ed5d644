/** Two versions tried by a program over the API: the report fills live, says who is better, and moves the label. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;

test.beforeAll(async () => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
});
test.afterAll(() => house?.close());

const open = async (context: BrowserContext, path: string): Promise<Page> => {
  await ada.enter(context);
  const page = await context.newPage();
  await page.goto(`${house.url}${path}`);
  return page;
};
const wide = { viewport: { width: 1440, height: 900 } };

/** A prompt with two versions; its label points at the first. */
async function makePrompt(title: string): Promise<string> {
  const document = documentOf('Answer the customer at length.');
  const { id } = await ada.send('POST', '/prompts', { title, document, commit: true });
  await ada.send('POST', `/prompts/${id}/branches`, { name: 'short', from: 1 });
  await ada.send('POST', `/prompts/${id}/branches/short/versions`, {
    expectedParent: 1,
    message: 'Shorter',
    document: documentOf('Answer the customer in one sentence.'),
  });
  const target = { targets: [{ version: 1 }] };
  await ada.send('PUT', `/prompts/${id}/labels/production`, target, { 'if-match': '"r0"' });
  return id;
}

const fetchFor = (promptId: string, subject: string) =>
  ada.send('GET', `/prompts/${promptId}/file?label=production&subject=${subject}`);

/** A program fetches for so many subjects and reports what became of them, two hundred at a time. */
async function serve(
  promptId: string,
  experimentId: string,
  {
    from,
    count,
    happens,
  }: { from: number; count: number; happens: (variant: string, nth: number) => string[] },
): Promise<void> {
  const seen: Record<string, number> = {};
  const outcomes: object[] = [];
  for (let index = from; index < from + count; index++) {
    const subject = `customer-${index}`;
    const { assignment, version } = await fetchFor(promptId, subject);
    expect(version).toBe(assignment.variant === 'A' ? 1 : 2);
    const nth = seen[assignment.variant] ?? 0;
    seen[assignment.variant] = nth + 1;
    for (const metric of happens(assignment.variant, nth))
      outcomes.push({ key: `${subject}-${metric}`, assignmentId: assignment.id, metric });
  }
  const answer = await ada.send('POST', `/experiments/${experimentId}/outcomes`, { outcomes });
  expect(answer).toMatchObject({ counted: outcomes.length, refused: [] });
}

test('a program tries two versions, the report says in words who is better, and the label moves', async ({
  browser,
}, info) => {
  test.setTimeout(240_000);
  const promptId = await makePrompt('First answers');
  const context = await browser.newContext(wide);
  const page = await open(context, '/suites/experiments');
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  await expect(page.getByText('No experiments yet')).toBeVisible();
  await shot('01-empty');

  await page.goto(`${house.url}/suites/experiments/new?prompt=${promptId}`);
  await page.getByRole('button', { name: 'Plan the experiment' }).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Shorter answers');
  await page.getByRole('textbox', { name: /^What do you expect/ }).fill('Shorter answers solve more.');
  await page.getByRole('button', { name: 'Add a guard rail' }).click();
  await page.getByRole('textbox', { name: /^Subjects planned/ }).fill('400');
  await page.getByRole('textbox', { name: /^At least, for each/ }).fill('50');
  await page.screenshot({ path: info.outputPath('02-form.png'), fullPage: true });
  await page.getByRole('button', { name: 'Plan the experiment' }).click();
  await expect(page.getByRole('heading', { name: 'Shorter answers' })).toBeVisible();
  await expect(page.getByText('Not started yet')).toBeVisible();
  await shot('03-planned');
  const experimentId = page.url().split('/').at(-1) ?? '';

  // Before the start the label means the same for everybody.
  expect(await fetchFor(promptId, 'customer-0')).toMatchObject({ version: 1, assignment: null });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());

  const first = await fetchFor(promptId, 'customer-0');
  const happens = (variant: string, nth: number) => (nth % 10 < (variant === 'B' ? 7 : 4) ? ['solved'] : []);
  await serve(promptId, experimentId, { from: 0, count: 80, happens });
  await expect(page.getByText(/^B: not enough data/)).toBeVisible({ timeout: 20_000 });
  await shot('04-not-enough');
  await serve(promptId, experimentId, { from: 80, count: 320, happens });
  expect(await fetchFor(promptId, 'customer-0')).toEqual(first);
  for (const tab of [page, other])
    await expect(tab.getByText(/^B is better by \d+–\d+ points \(95 %\)$/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('img', { name: /^B against A/ })).toBeVisible();
  await page.getByText('The same as a table').click();
  await shot('05-better');
  await other.close();

  await page.emulateMedia({ colorScheme: 'dark' });
  await shot('06-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  const small = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  for (const [name, path] of [
    ['07-phone', `/suites/experiments/${experimentId}`],
    ['08-phone-list', '/suites/experiments'],
    ['09-phone-form', `/suites/experiments/new?prompt=${promptId}`],
  ] as const) {
    const phone = await open(small, path);
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(phone.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await phone.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await phone.close();
  }

  // A run for a subject says for which variant it was made, and is among those of the experiment.
  const { comparison } = await ada.send('POST', '/runs', {
    source: { kind: 'label', promptId, label: 'production', subject: 'customer-0' },
    models: [{ connectionId: null, model: 'echo' }],
  });
  const { variant } = comparison.runs[0].assignment;
  await page.getByRole('link', { name: 'Runs', exact: true }).last().click();
  await expect(page).toHaveURL(/\/runs\?.*experiment=/);
  await page.getByRole('row').filter({ hasText: 'echo' }).click();
  await page.getByRole('link', { name: `variant ${variant}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Shorter answers' })).toBeVisible();

  await page.getByRole('button', { name: 'Conclude' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: /production points at/ })).toHaveValue('B');
  await shot('10-conclude');
  await dialog.getByRole('button', { name: 'Conclude' }).click();
  await expect(page.getByText('production was moved to v2')).toBeVisible();
  await expect(page.getByText('Concluded', { exact: true })).toBeVisible();
  expect(await fetchFor(promptId, 'customer-0')).toMatchObject({ version: 2, assignment: null });
  await shot('11-concluded');

  await page.goto(`${house.url}/prompts/${promptId}?tab=experiments`);
  await expect(page.getByRole('row').filter({ hasText: 'Shorter answers' })).toBeVisible();
  await shot('12-in-the-studio');
  await Promise.all([context.close(), small.close()]);
});

test('a guard rail stops an experiment by itself, everybody gets the first version, and people are told', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const promptId = await makePrompt('Refunds');
  const { id } = await ada.send('POST', '/experiments', {
    promptId,
    label: 'production',
    name: 'Bolder refunds',
    variants: [
      { name: 'A', version: 1, weight: 50 },
      { name: 'B', version: 2, weight: 50 },
    ],
    primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
    guards: [{ metric: 'failed', measure: 'share', bound: 'at_most', against: 'control', limit: 0.05 }],
    subjects: 400,
    leastSubjects: 50,
  });
  await ada.send('POST', `/experiments/${id}/start`);
  const context = await browser.newContext(wide);
  const page = await open(context, `/suites/experiments/${id}`);
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await serve(promptId, id, {
    from: 0,
    count: 200,
    happens: (variant, nth) => (variant === 'B' && nth % 2 === 0 ? ['failed'] : []),
  });
  await expect(page.getByText(/^Stopped by itself: B went beyond the limit of failed/)).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText('Crossed', { exact: true })).toBeVisible();
  await page.screenshot({ path: info.outputPath('20-guard.png') });
  for (let index = 0; index < 5; index++)
    expect(await fetchFor(promptId, `customer-${index}`)).toMatchObject({ version: 1, assignment: null });
  await page.goto(`${house.url}/notices`);
  await expect(page.getByText(/Bolder refunds stopped: a guard rail was crossed/)).toBeVisible();
  await page.goto(`${house.url}/activity`);
  await expect(page.getByText(/Bolder refunds stopped by itself: a guard rail was crossed/)).toBeVisible();
  await page.goto(`${house.url}/suites/experiments/018f0000-0000-7000-8000-000000000000`);
  await expect(page.getByText('The experiment could not be loaded')).toBeVisible();
  await page.screenshot({ path: info.outputPath('21-error.png') });
  await context.close();
});
