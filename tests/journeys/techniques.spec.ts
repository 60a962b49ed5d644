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
const pictures = process.env.TECHNIQUE_PICTURES;

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const document = documentOf('How many legs has a spider?');
  promptId = (await ada.send('POST', '/prompts', { title: 'Legs', document, commit: true })).id;
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

const shoot = async (name: string) => {
  if (!pictures) return;
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${pictures}/${name}-dark.png` });
  await page.emulateMedia({ colorScheme: 'light' });
};

test('a model thinks first, and its thoughts stand apart from its answer', async () => {
  house.provider.script(model, { text: '<thinking>Spiders are arachnids.</thinking>\nA spider has 8 legs.' });
  await page.goto(`${house.url}/prompts/${promptId}`);
  await expect(page.getByRole('button', { name: 'Section', exact: true })).toBeVisible();
  await page.getByRole('switch', { name: /^Think first/ }).check();
  await chooseModels(page, [model]);
  await page.getByText('Preview', { exact: true }).click();
  await expect(page.getByText('between <thinking> and </thinking>').first()).toBeVisible();
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(answer).toContainText('A spider has 8 legs.', { timeout: 15_000 });
  await expect(answer).not.toContainText('<thinking>');
  await answer.getByText('Reasoning', { exact: true }).click();
  await expect(answer).toContainText('Spiders are arachnids.');
});

test('several samples vote, and each can be looked at', async () => {
  house.provider.script(
    model,
    { text: '<thinking>a</thinking>8 legs' },
    { text: '<thinking>b</thinking>It has 8' },
    { text: '<thinking>c</thinking>6 legs' },
    { text: '<thinking>d</thinking>That is 8.' },
    { text: '<thinking>e</thinking>Nobody knows' },
  );
  await page.getByRole('switch', { name: /^Ask several times and vote/ }).check();
  await page
    .getByRole('combobox', { name: 'How they are drawn' })
    .selectOption('On a ladder of temperatures');
  await expect(page.getByText('In their order: 0.2, 0.4, 0.6, 0.8, 1.')).toBeVisible();
  await shoot('vote-ladder');
  await page
    .getByRole('combobox', { name: 'What of each sample is its answer' })
    .selectOption('The last number');
  await runButton(page).click();
  const vote = answerOf(page, model).getByRole('region', { name: 'Vote of the samples' });
  await expect(vote).toContainText('3 of 5 agree (60 %)', { timeout: 15_000 });
  await expect(vote).toContainText('No answer to count');
  await expect(vote.getByRole('link', { name: 'Sample 5, temperature 1' })).toBeVisible();
  await shoot('vote');
  await vote
    .getByRole('link', { name: /^Sample/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText('8');
  await page.getByRole('link', { name: 'an earlier run' }).click();
  await expect(page.getByRole('region', { name: 'Parts of this answer' }).getByRole('listitem')).toHaveCount(
    5,
  );
  await expect(page.getByRole('region', { name: 'Vote of the samples' })).toContainText('3 of 5 agree');
  await shoot('vote-run');
  if (pictures) {
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot('vote-phone');
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

test('a strategy sets sampling together, and one setting beside it counts instead', async () => {
  const document = documentOf('Say hello.', { settings: { topK: 4 } });
  const { id } = await ada.send('POST', '/prompts', { title: 'Hello', document, commit: true });
  house.provider.script(model, { text: 'Hello.' });
  await page.goto(`${house.url}/prompts/${id}`);
  await expect(page.getByRole('button', { name: 'Section', exact: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Top k' })).toHaveValue('4');
  await page.getByRole('combobox', { name: 'Sampling strategy' }).selectOption('creative');
  const topP = page.getByRole('textbox', { name: 'Top p' });
  await expect(topP).toHaveAttribute('placeholder', '0.98 by strategy');
  await expect(page.getByRole('textbox', { name: 'Top k' })).toHaveValue('');
  await topP.fill('0.6');
  await shoot('strategy');
  if (!(await page.getByRole('button', { name: `Remove ${model}` }).isVisible()))
    await chooseModels(page, [model]);
  await runButton(page).click();
  await expect(answerOf(page, model)).toContainText('Hello.', { timeout: 15_000 });
  const asked = house.provider.requests.filter((request) => request.model === model).at(-1);
  expect((asked as { body: unknown }).body).toMatchObject({ temperature: 1, top_p: 0.6, min_p: 0.02 });
  expect((asked as { body: unknown }).body).not.toHaveProperty('top_k');
  await page.getByRole('tab', { name: /^Runs/ }).click();
});

test('a model that takes no tools uses them in words', async () => {
  const tool = {
    id: 't1',
    name: 'count_legs',
    description: 'Counts the legs of an animal.',
    parameters: { type: 'object', properties: { animal: { type: 'string' } } },
    implementation: { kind: 'mock', reply: '{{animal}}: 8' },
  };
  const document = documentOf('How many legs has a spider?', { tools: [tool] });
  const { id } = await ada.send('POST', '/prompts', { title: 'Legs in words', document, commit: true });
  house.provider.script(
    model,
    { text: 'Thought: I count.\nAction: count_legs\nAction Input: {"animal":"spider"}' },
    { text: 'Thought: That is it.\nFinal Answer: Eight legs.' },
  );
  await page.goto(`${house.url}/prompts/${id}`);
  await expect(page.getByRole('button', { name: 'Section', exact: true })).toBeVisible();
  const tree = page.getByRole('switch', { name: /^Tree of thoughts/ });
  await tree.check();
  await expect(page.getByText('While the tree is on, the tools of the prompt are not called.')).toBeVisible();
  await tree.uncheck();
  await page.getByRole('switch', { name: /^Use tools in words/ }).check();
  if (!(await page.getByRole('button', { name: `Remove ${model}` }).isVisible()))
    await chooseModels(page, [model]);
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(answer).toContainText('Eight legs.', { timeout: 15_000 });
  await expect(answer.getByRole('region', { name: 'Calls count_legs' })).toContainText('spider: 8');
  await shoot('react');
});

test('cases like what is asked are sent as examples', async () => {
  const document = documentOf('How many legs has {{animal}}?');
  const { id } = await ada.send('POST', '/prompts', { title: 'Legs by example', document, commit: true });
  const set = await ada.send('POST', '/case-sets', { promptId: id, name: 'Known animals' });
  const cases = [
    { name: 'Spider', values: { animal: 'a black spider' }, expected: '8' },
    { name: 'Ant', values: { animal: 'a black ant' }, expected: '6' },
    { name: 'Whale', values: { animal: 'the blue whale' }, expected: '0' },
  ];
  await ada.send('POST', `/case-sets/${set.id}/cases`, { cases });
  house.provider.script(model, { text: 'Eight.' });
  await page.goto(`${house.url}/prompts/${id}`);
  await expect(page.getByRole('button', { name: 'Section', exact: true })).toBeVisible();
  await page.getByRole('switch', { name: /^Examples from cases/ }).check();
  await page.getByRole('combobox', { name: 'Set of cases' }).selectOption('Known animals');
  await page.getByRole('textbox', { name: 'At most so many', exact: true }).fill('1');
  await shoot('pairs-studio');
  await page.getByRole('textbox', { name: 'animal' }).fill('a black spider');
  if (!(await page.getByRole('button', { name: `Remove ${model}` }).isVisible()))
    await chooseModels(page, [model]);
  await page.getByText('Preview', { exact: true }).click();
  await expect(page.getByText('1 example from “Known animals”, the most alike of 3.')).toBeVisible();
  await expect(page.getByText(/^Ant: 67 % alike, ≈.\d+ tokens$/)).toBeVisible();
  await expect(page.getByRole('img', { name: /Examples from cases: \S*\d/ }).first()).toBeVisible();
  await shoot('pairs-preview');
  const shown = await page
    .getByRole('article', { name: 'user' })
    .locator('pre')
    .evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const caption of copy.querySelectorAll('.select-none')) caption.remove();
      return copy.textContent;
    });
  const shownHash = await page
    .locator('code')
    .filter({ hasText: /^[0-9a-f]{64}$/ })
    .textContent();
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(answer).toContainText('Eight.', { timeout: 15_000 });
  await answer.getByText('1 example from cases').click();
  await expect(page.getByText('What was sent differs')).toBeHidden();
  // The case of the spider is what is asked itself.
  await expect(answer.getByRole('list', { name: /^As they were sent/ })).toContainText('Ant');
  await shoot('pairs-answer');
  const asked = house.provider.requests.filter((request) => request.model === model).at(-1);
  const { messages } = (asked as { body: unknown }).body as { messages: { content: string }[] };
  expect(messages.map(({ content }) => content)).toEqual([shown]);
  expect(shown).toContain('a black ant\nOutput:\n6');
  const { items } = await ada.send('GET', `/runs?promptId=${id}`);
  expect(items[0].sentHash).toBe(shownHash);
  await answer.getByRole('link', { name: 'Known animals' }).click();
  await expect(page.getByText('Whale', { exact: true }).first()).toBeVisible();

  // Without its set it cannot be run, which is said before it is tried and when it is.
  const now = await ada.send('GET', `/case-sets/${set.id}`);
  await ada.send('DELETE', `/case-sets/${set.id}`, undefined, { 'if-match': `"r${now.revision}"` });
  await page.goto(`${house.url}/prompts/${id}?view=preview`);
  await expect(page.getByRole('group', { name: 'Preview' })).toContainText(
    'was deleted, or you may not see it',
  );
  await shoot('pairs-gone');
  const runsBefore = house.provider.requests.length;
  await runButton(page).click();
  await expect(page.getByText(/^The set of cases that examples are taken from was deleted/)).toBeVisible();
  expect(house.provider.requests).toHaveLength(runsBefore);
});
