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
  const document = documentOf('Make 24 of 4, 4, 8 and 8, each used once.');
  promptId = (await ada.send('POST', '/prompts', { title: 'Game of 24', document, commit: true })).id;
  const connection = await ada.send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  await ada.send('POST', '/model-facts', {
    connectionId: connection.id,
    model,
    inputMicroDollars: 3_000_000,
    outputMicroDollars: 15_000_000,
    maxOutputTokens: 1_000,
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

/** Each with what its judge says of it; those of the second step follow "8 + 8 = 16". */
const moves: [string, string][] = [
  ['8 + 8 = 16, which leaves 4, 4 and 16.', '{"why": "16 + 4 + 4 is 24.", "score": 9}'],
  [
    '8 / 4 = 2, which leaves 2, 4 and 8.',
    '{"why": "A detour, but 2 + 4 and 8 are far from it.", "score": 3}',
  ],
  ['16 + 4 = 20, which leaves 4 and 20.', '{"why": "20 + 4 is 24.", "score": 10}'],
  ['16 * 4 = 64, which leaves 4 and 64.', 'Bananas are yellow.'],
  ['2 * 4 = 8, which leaves 8 and 8.', '{"why": "8 and 8 make 16 or 64.", "score": 2}'],
  ['8 - 2 = 6, which leaves 4 and 6: 4 * 6 = 24.', '{"why": "That is 24 too.", "score": 9}'],
];

const script = (tokensPerSecond: number) => {
  let written = 0;
  house.provider.script(model, {
    tokensPerSecond,
    textFrom(body) {
      const words = (body as { messages: { content: string }[] }).messages
        .map(({ content }) => content)
        .join('\n');
      if (words.includes('Write the answer to the task now'))
        return words.includes('8 / 4') ? '4 * (8 - 8 / 4) = 24' : '8 + 8 + 4 + 4 = 24';
      if (!words.includes('<step_to_judge>')) return moves[written++]?.[0] ?? 'Nothing more.';
      return moves.find(([text]) => words.includes(`<step_to_judge>\n${text}`))?.[1] ?? '{"score": 1}';
    },
  });
};

const setNumber = async (name: string, value: string) => {
  const box = page.getByRole('textbox', { name, exact: true });
  await box.fill(value);
  await box.blur();
};
const tree = (within: Page | ReturnType<typeof answerOf>) =>
  within.getByRole('tree', { name: 'Tree of thoughts' });

test('a tree of thoughts is written down, and says what it may take before it is run', async () => {
  await page.goto(`${house.url}/prompts/${promptId}`);
  await expect(page.getByRole('button', { name: 'Section', exact: true })).toBeVisible();
  await page.getByRole('switch', { name: /^Tree of thoughts/ }).check();
  await setNumber('Thoughts after each', '2');
  await setNumber('Steps to the answer', '2');
  await setNumber('Followed on each level', '1');
  await chooseModels(page, [model]);
  // Four thoughts, four verdicts, and the answer.
  await expect(page.getByText(/^at most 9 calls, \$0\.0\d+/)).toBeVisible();
  await expect(page.getByText('It makes at most 9 calls.')).toBeVisible();
  await shoot('tree-studio');
});

test('it is seen to grow, and answers from its best path', async () => {
  script(20);
  await runButton(page).click();
  const answer = answerOf(page, model);
  await expect(tree(answer).getByRole('treeitem').first()).toBeVisible({ timeout: 15_000 });
  await expect(answer.getByText('Growing')).toBeVisible();
  await expect(tree(answer).getByRole('treeitem')).toHaveCount(4, { timeout: 30_000 });
  await shoot('tree-growing');
  await expect(answer).toContainText('8 + 8 + 4 + 4 = 24', { timeout: 30_000 });
  await expect(answer.getByText('Grown to its end')).toBeVisible();
});

test('its thoughts are explored by keyboard, and a pruned one grows on', async () => {
  const { items } = await ada.send('GET', '/runs?origin=direct');
  await page.goto(`${house.url}/runs/${items[0].id}`);
  await tree(page).focus();
  const panel = page.getByRole('region', { name: 'The chosen thought' });
  await page.keyboard.press('Home');
  await expect(panel).toContainText('8 + 8 = 16');
  await page.keyboard.press('ArrowRight');
  await expect(panel).toContainText('16 + 4 = 20');
  await expect(panel).toContainText('10 of 1 to 10');
  await expect(panel).toContainText('20 + 4 is 24.');
  await expect(panel).toContainText('on the path of the answer');
  await page.keyboard.press('ArrowDown');
  await expect(panel).toContainText('No score: the judge gave none.');
  await expect(panel).toContainText('Bananas are yellow.');
  await page.keyboard.press('ArrowDown');
  await expect(panel).toContainText('8 / 4 = 2');
  await expect(panel).toContainText('pruned: its score is too low');
  await expect(panel).not.toContainText('16 + 4 = 20');
  await panel.getByText('What was asked').click();
  await expect(panel).toContainText('Write step 1 now');
  await shoot('tree-run');

  const before = await page.getByText(/^4 thoughts · 9 calls/).textContent();
  script(60);
  // What was asked before is not asked again: the script goes on where this branch begins.
  house.provider.requests.length = 0;
  moves.splice(0, 4);
  await panel.getByRole('button', { name: 'Grow this branch' }).click();
  await expect(page).not.toHaveURL(new RegExp(items[0].id));
  await expect(tree(page).getByRole('treeitem')).toHaveCount(6, { timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText(
    '4 * (8 - 8 / 4) = 24',
    {
      timeout: 30_000,
    },
  );
  expect(house.provider.requests).toHaveLength(5);
  const totals = page.getByText(/^6 thoughts · 13 calls/);
  await expect(totals).toBeVisible();
  const dollars = (text: string | null) => Number(/\$([\d.]+)/.exec(text ?? '')?.[1]);
  expect(dollars(await totals.textContent())).toBeGreaterThan(dollars(before));
  await expect(page.getByText('Whole answer')).toBeVisible();
});

test('all of it is there after a reload, and on a phone as a list', async () => {
  await page.reload();
  await expect(tree(page).getByRole('treeitem')).toHaveCount(6);
  await expect(tree(page).getByRole('treeitem', { name: /8 \/ 4 = 2/ })).toHaveAccessibleName(
    /on the path of the answer/,
  );
  await shoot('tree-grown');
  await page.setViewportSize({ width: 390, height: 844 });
  const first = tree(page).getByRole('treeitem').first();
  await first.scrollIntoViewIfNeeded();
  const [one, below] = await Promise.all([
    first.boundingBox(),
    tree(page).getByRole('treeitem').nth(1).boundingBox(),
  ]);
  expect(below?.y ?? 0).toBeGreaterThan((one?.y ?? 0) + (one?.height ?? 0) - 1);
  expect(below?.x ?? 0).toBeGreaterThan(one?.x ?? 0);
  await shoot('tree-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
});
