/** Files that do not fit a model: the cut is shown first, and exactly what was shown is sent. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { documentOf } from './house/document-of.ts';
import { dropFolder } from './house/drop-folder.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf, chooseModels, runButton } from './house/studio.ts';

let house: House;
const folder = mkdtempSync(join(tmpdir(), 'promptvault-fit-'));
test.beforeAll(async () => {
  house = await startHouse();
  writeFileSync(join(folder, 'a.md'), 'short and whole\n');
  const lines = Array.from({ length: 3_000 }, (_, at) => `line ${at + 1} of a long file`);
  writeFileSync(join(folder, 'b.md'), lines.join('\n'));
  writeFileSync(join(folder, 'c.md'), 'left out altogether\n');
});
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await house?.close();
});

test('what does not fit is cut as the preview shows, and sent exactly so', async ({ browser }, info) => {
  const ada = await house.signUp('Ada');
  const connection = await ada.send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  await ada.send('POST', '/model-facts', {
    connectionId: connection.id,
    model: 'scripted-fast',
    contextWindow: 4_000,
  });
  const prompt = await ada.send('POST', '/prompts', {
    title: 'Fit',
    commit: true,
    document: documentOf('', {
      sections: [
        { id: 's1', kind: 'instructions', role: null, text: 'Sum up these files.' },
        { id: 's2', kind: 'context', role: null, text: '' },
      ],
      settings: { maxOutputTokens: 800 },
    }),
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  const page = await context.newPage();
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  await page.goto(`${house.url}/prompts/${prompt.id}`);
  await chooseModels(page, ['scripted-fast']);
  await page.getByRole('button', { name: 'Choose files' }).click();
  const place = page.getByRole('region', { name: 'Drop a folder here' });
  await expect(place).toBeVisible();
  await dropFolder(page, place, folder);
  for (const name of ['a.md', 'b.md', 'c.md']) {
    const item = page.getByRole('tree').getByRole('treeitem', { name: new RegExp(`^${name}`) });
    await item.locator('span[aria-hidden]').first().click();
    await expect(item).toHaveAttribute('aria-checked', 'true');
  }
  const add = page.getByRole('button', { name: 'Add 3 chosen files' });
  if (await add.isVisible()) await add.click();
  await expect(page.getByText('too long')).toBeVisible();
  await page.getByRole('button', { name: 'Cut the files to fit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cut the files to fit' });
  await expect(dialog.getByText('left out', { exact: true })).toBeVisible();
  const kept = (await dialog.locator('details[open] pre').first().textContent()) ?? '';
  expect(kept).toMatch(/^line 1 of a long file\n/);
  await shot('fit');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot('fit-phone-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole('button', { name: 'Send 2 files like this' }).click();
  await expect(page.getByText('too long')).toHaveCount(0);
  await shot('fitted');
  await runButton(page).click();
  await expect(answerOf(page, 'scripted-fast')).toContainText('word');
  const body = house.provider.requests.at(-1)?.body as { messages: { content: string }[] } | undefined;
  const all = (body?.messages ?? []).map(({ content }) => content).join('\n');
  const next = kept.split('\n').length + 1;
  expect(all).toContain('short and whole');
  expect(all).toContain(kept);
  expect(all).not.toContain(`line ${next} of a long file`);
  expect(all).not.toContain('left out altogether');
  const { items } = await ada.send('GET', '/runs');
  const run = await ada.send('GET', `/runs/${items[0].id}`);
  expect(run.context).toMatchObject([
    { path: expect.stringContaining('a.md'), from: null },
    { path: expect.stringContaining('b.md'), from: 1, to: next - 1 },
  ]);
});
