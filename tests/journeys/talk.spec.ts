import { expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;
let ben: ApiPerson;
let promptId: string;

const text = 'Answer kindly. Never promise a date. Sign with your name.';
const document = documentOf(text);

test.beforeAll(async () => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const { link } = await ada.send('POST', '/invitations', { role: 'viewer' });
  const token = String(link).split('/').at(-1);
  ben = await house.signUp('Ben');
  await ben.send('POST', `/invitation-links/${token}/accept`, {});
  ben.organizationId = organizationId;
  const prompt = await ada.send('POST', '/prompts', { title: 'Refund reply', document, commit: true });
  promptId = prompt.id;
  await ada.send('POST', `/prompts/${promptId}/publish`, {}, { 'if-match': `"r${prompt.revision}"` });
});

test.afterAll(() => house?.close());

const editor = (page: Page) => page.getByRole('textbox', { name: 'Instructions', exact: true });
const comments = (page: Page) => page.getByRole('tabpanel', { name: 'Comments' });

/** Notes all that the tab of problems ever says, in the page, while the prompt is loaded. */
function noteProblems(): void {
  const said = new Set<string>();
  new MutationObserver(() => {
    for (const tab of window.document.querySelectorAll('[role=tab]'))
      if (tab.textContent?.startsWith('Problems')) said.add(tab.textContent);
    sessionStorage.setItem('noted', [...said].join(', '));
  }).observe(window.document, { subtree: true, childList: true, characterData: true });
}

/** Selects words in the editor as a person does with the keyboard. */
async function select(page: Page, from: number, to: number): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let at = 0; at < from; at++) await page.keyboard.press('ArrowRight');
  for (let at = from; at < to; at++) await page.keyboard.press('Shift+ArrowRight');
}

test('two people talk about the very words, and one applies what the other suggests', async ({ browser }) => {
  const ours = await browser.newContext();
  const theirs = await browser.newContext();
  await ada.enter(ours);
  await ben.enter(theirs);
  const [adaPage, benPage] = [await ours.newPage(), await theirs.newPage()];
  const address = `${house.url}/prompts/${promptId}`;
  const inOrganization = (page: Page) =>
    page.addInitScript((id) => sessionStorage.setItem('promptvault.organization', id), ada.organizationId);
  await inOrganization(adaPage);
  await inOrganization(benPage);
  await benPage.goto(address);
  await select(benPage, 15, 36);
  await benPage.keyboard.press('ControlOrMeta+Alt+m');
  const box = comments(benPage).getByRole('textbox', { name: 'Write a comment' });
  await expect(box).toBeFocused();
  await box.pressSequentially('Is this clear, @');
  const options = benPage.getByRole('listbox', { name: 'Colleagues and groups' }).getByRole('option');
  await expect(options.filter({ hasText: 'Ada' })).toBeVisible();
  for (const option of await options.all()) await expect(option).toBeInViewport({ ratio: 1 });
  await box.pressSequentially('Ad');
  await expect(benPage.getByRole('option', { name: 'Ada' })).toBeVisible();
  await benPage.keyboard.press('Enter');
  await comments(benPage).getByRole('button', { name: 'Suggest other words' }).click();
  await comments(benPage).getByRole('textbox', { name: 'Words instead' }).fill('Name no date.');
  await benPage.keyboard.press('ControlOrMeta+Enter');
  await expect(comments(benPage).getByRole('article', { name: 'Ben' })).toContainText('Is this clear, @Ada');
  await expect(benPage.locator('.pv-mark-current')).toHaveText('Never promise a date.');

  await adaPage.addInitScript(noteProblems);
  await adaPage.goto(address);
  await expect(adaPage.locator('.pv-mark')).toHaveText('Never promise a date.');
  expect(await adaPage.evaluate(() => sessionStorage.getItem('noted'))).toBe('Problems');
  await adaPage.locator('.pv-mark').click();
  await expect(comments(adaPage).getByRole('article', { name: 'Ben' })).toContainText('Name no date.');
  await comments(adaPage).getByRole('button', { name: 'Apply' }).click();
  await expect(editor(adaPage)).toHaveText('Answer kindly. Name no date. Sign with your name.');
  await expect(comments(adaPage).getByText('Applied by Ada')).toBeVisible();
  await expect(comments(benPage).getByText('Applied by Ada')).toBeVisible();

  await adaPage.goto(`${house.url}/activity`);
  await expect(adaPage.getByText(/Ada applied a suggestion in/)).toBeVisible();
});
