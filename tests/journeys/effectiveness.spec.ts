/** What people think of answers becomes a figure on the prompt, in its page and in the list. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
});
test.afterAll(async () => {
  await context?.close();
  await house?.close();
});

test('answers are rated, and the prompt shows its score and what it stands on', async () => {
  test.setTimeout(120_000);
  const document = documentOf('Explain {{topic}} to a child.');
  const { id: promptId } = await ada.send('POST', '/prompts', { title: 'Tides', document, commit: true });
  await ada.send('POST', '/prompts', { title: 'Never run', document, commit: true });
  const started = await ada.send('POST', '/runs', {
    source: { kind: 'version', promptId, number: 1 },
    values: { topic: 'the tides' },
    models: [{ connectionId: null, model: 'echo' }],
    samples: 5,
  });
  const ids: string[] = started.comparison.runs.map(({ id }: { id: string }) => id);
  for (const id of ids)
    await expect.poll(async () => (await ada.send('GET', `/runs/${id}`)).status).toBe('finished');
  const [first = '', ...others] = ids;
  for (const id of others) await ada.send('PUT', `/runs/${id}/rating`, { rating: 'up' });

  await page.goto(`${house.url}/prompts/${promptId}`);
  await expect(page.getByRole('button', { name: 'Effectiveness not enough: ratings 4 of 4' })).toBeVisible();

  await page.goto(`${house.url}/runs/${first}`);
  const good = page.getByRole('region', { name: 'Answer' }).getByRole('button', { name: 'Good answer' });
  await good.click();
  await expect(good).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(good).toHaveAttribute('aria-pressed', 'true');

  // In the column of the studio the rating is the same one; there it becomes a bad answer.
  await page.goto(`${house.url}/prompts/${promptId}?comparison=${started.comparison.id}`);
  const chip = page.getByRole('button', { name: /^Effectiveness / });
  await expect(chip).toHaveText('57');
  const columns = page.getByRole('region', { name: 'Result' }).getByRole('article');
  await expect(columns).toHaveCount(5);
  await expect(columns.getByRole('button', { name: 'Good answer', pressed: true })).toHaveCount(5);
  await columns.first().getByRole('button', { name: 'Bad answer' }).click();
  await expect(chip).toHaveText('38');
  await chip.click();
  await expect(page.getByText('38: ratings 4 of 5', { exact: true })).toBeVisible();

  await page.goto(`${house.url}/prompts?sort=effectiveness`);
  const figures = page.getByRole('img', { name: /^(38: ratings|not enough)/ });
  await expect(figures).toHaveText(['38', '–']);

  // Somebody changes their mind elsewhere: the list and the page of the prompt show it by themselves.
  const other = await context.newPage();
  await other.goto(`${house.url}/prompts/${promptId}`);
  const otherChip = other.getByRole('button', { name: /^Effectiveness / });
  await expect(otherChip).toHaveText('38');
  const { runs } = await ada.send('GET', `/comparisons/${started.comparison.id}`);
  for (const { id } of runs) await ada.send('PUT', `/runs/${id}/rating`, { rating: 'up' });
  await expect(otherChip).toHaveText('57');
  await expect(page.getByRole('img', { name: /^(57: ratings|not enough)/ })).toHaveText(['57', '–']);
  await other.close();
});
