import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let mira: ApiPerson;
let promptId: string;
let contexts: BrowserContext[];
let adasPage: Page;
let mirasPage: Page;
let isMiraOffline = false;
let cutMira = () => {};

const document = documentOf('The tide comes in.');
const instructions = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Instructions', exact: true });

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const invited = await ada.send('POST', '/invitations', { role: 'admin' });
  mira = await house.signUp('Mira', String(invited.link).split('/').at(-1));
  mira.organizationId = organizationId;
  const prompt = await ada.send('POST', '/prompts', { title: 'Tides', document, commit: true });
  promptId = prompt.id;
  contexts = [await browser.newContext(), await browser.newContext()];
  for (const [index, context] of contexts.entries()) {
    await (index === 0 ? ada : mira).enter(context);
    await context.addInitScript((id) => {
      if (location.protocol !== 'about:') sessionStorage.setItem('promptvault.organization', id);
    }, organizationId);
  }
  [adasPage, mirasPage] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
  // Only her live connection breaks, as with a network that comes and goes.
  await mirasPage.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    if (isMiraOffline) return void socket.close();
    socket.connectToServer();
    cutMira = () => void socket.close();
  });
});

test.afterAll(async () => {
  for (const context of contexts ?? []) await context.close();
  await house?.close();
});

test('two people write in one sentence and see each other', async () => {
  for (const page of [adasPage, mirasPage]) {
    await page.goto(`${house.url}/prompts/${promptId}`);
    await expect(instructions(page)).toContainText('The tide comes in.', { timeout: 30_000 });
  }
  await expect(adasPage.getByRole('list', { name: 'Also editing' }).getByRole('button')).toHaveAccessibleName(
    'Follow Mira',
  );
  await instructions(adasPage).click();
  await adasPage.keyboard.press('ControlOrMeta+End');
  await instructions(mirasPage).click();
  await mirasPage.keyboard.press('ControlOrMeta+Home');
  await Promise.all([
    adasPage.keyboard.type(' It goes out again.', { delay: 15 }),
    mirasPage.keyboard.type('Twice a day: ', { delay: 20 }),
  ]);
  for (const page of [adasPage, mirasPage])
    await expect(instructions(page)).toContainText('Twice a day: The tide comes in. It goes out again.');
  await expect(adasPage.locator('.cm-sharedCaret')).toHaveAttribute('data-name', 'Mira');
  const list = await adasPage.context().newPage();
  await list.goto(`${house.url}/prompts`);
  await expect(list.getByRole('img', { name: 'Edited now by Mira' })).toBeVisible();
  await list.close();
});

test('undo takes back only what one wrote oneself', async () => {
  await instructions(adasPage).click();
  await adasPage.keyboard.press('ControlOrMeta+End');
  // At one stroke: what is typed slowly is taken back in several steps.
  await adasPage.keyboard.insertText(' And rests.');
  await expect(instructions(mirasPage)).toContainText('And rests.');
  await adasPage.keyboard.press('ControlOrMeta+z');
  for (const page of [adasPage, mirasPage])
    await expect(instructions(page)).toHaveText(
      /^Twice a day: The tide comes in\. It goes out again\.(?! And)/,
    );
  await adasPage.keyboard.press('ControlOrMeta+Shift+z');
  await expect(instructions(mirasPage)).toContainText('And rests.');
});

test('one goes offline, both write on, and both texts are one when she is back', async () => {
  isMiraOffline = true;
  cutMira();
  await instructions(mirasPage).click();
  await mirasPage.keyboard.press('ControlOrMeta+Home');
  await mirasPage.keyboard.type('Offline: ');
  await expect(mirasPage.getByText('Offline, kept here')).toBeVisible();
  await instructions(adasPage).click();
  await adasPage.keyboard.press('ControlOrMeta+End');
  await adasPage.keyboard.type(' So it is.');
  await expect(adasPage.getByText('Saved as draft')).toBeVisible();
  await expect(instructions(adasPage)).not.toContainText('Offline');
  // Even a reload keeps what was never sent.
  isMiraOffline = false;
  await mirasPage.reload();
  const whole = 'Offline: Twice a day: The tide comes in. It goes out again. And rests. So it is.';
  for (const page of [adasPage, mirasPage]) await expect(instructions(page)).toContainText(whole);
  const draft = await ada.send('GET', `/prompts/${promptId}/branches/main/draft`);
  expect(draft.document.sections[0].text).toBe(whole);
});

test('what is too long is refused with a sentence, and nothing is lost', async () => {
  await instructions(adasPage).click();
  await adasPage.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'x'.repeat(2_000_000));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    window.document.activeElement?.dispatchEvent(paste);
  });
  await expect(adasPage.getByText(/a section holds at most 1.000.000/)).toBeVisible();
  await expect(instructions(mirasPage)).toContainText('So it is.');
  await adasPage.keyboard.type('!');
  await expect(instructions(mirasPage)).toContainText('!');
});

test('a page follows a person to a line it had not drawn', async () => {
  await instructions(mirasPage).click();
  await mirasPage.keyboard.press('ControlOrMeta+End');
  await mirasPage.keyboard.insertText('\nAnother line.'.repeat(150));
  await expect(instructions(adasPage)).toContainText('Another line.');
  await expect(adasPage.locator('.cm-sharedCaret')).not.toBeInViewport();
  await adasPage.getByRole('button', { name: 'Follow Mira' }).click();
  await expect(adasPage.locator('.cm-sharedCaret')).toBeInViewport();
  await mirasPage.keyboard.press('ControlOrMeta+Home');
  await expect(adasPage.getByText('Offline: Twice a day').first()).toBeInViewport();
  await adasPage.keyboard.press('Escape');
  await expect(adasPage.getByRole('button', { name: 'Follow Mira' })).toBeVisible();
});

test('who only reads is seen too, in the prompt and in the list, until they leave', async ({ browser }) => {
  await ada.send('POST', `/prompts/${promptId}/publish`);
  const invited = await ada.send('POST', '/invitations', { role: 'viewer' });
  const lin = await house.signUp('Lin', String(invited.link).split('/').at(-1));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await lin.enter(context);
  const linsPage = await context.newPage();
  await linsPage.goto(`${house.url}/prompts/${promptId}?in=${ada.organizationId}`);
  await expect(linsPage.getByRole('img', { name: 'Editing now: ' })).toBeVisible();
  await expect(adasPage.getByRole('img', { name: 'Also looking at it: Lin' })).toBeVisible();
  await mirasPage.goto(`${house.url}/prompts`);
  await expect(mirasPage.getByRole('img', { name: 'Looked at now by Lin' })).toBeVisible();
  await expect(mirasPage.getByRole('img', { name: 'Edited now by Ada' })).toBeVisible();
  await context.close();
  await expect(mirasPage.getByRole('img', { name: 'Looked at now by Lin' })).toBeHidden();
  await expect(adasPage.getByRole('img', { name: 'Also looking at it: Lin' })).toBeHidden();
  await mirasPage.goto(`${house.url}/prompts/${promptId}`);
  await expect(instructions(mirasPage)).toBeVisible();
});

test('who is removed from the organization edits no longer', async () => {
  const { items } = await ada.send('GET', '/members');
  const member = items.find((one: { person: { name: string } }) => one.person.name === 'Mira');
  await ada.send('DELETE', `/members/${member.id}`, undefined, { 'if-match': `"r${member.revision}"` });
  await expect(instructions(mirasPage)).toBeHidden();
  await expect(adasPage.getByRole('list', { name: 'Also editing' })).toBeHidden();
  await instructions(adasPage).click();
  await adasPage.keyboard.type('?');
  await expect(adasPage.getByText('Saved as draft')).toBeVisible();
});
