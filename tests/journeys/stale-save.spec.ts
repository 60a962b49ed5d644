import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';
import { saveVersion, writeSection } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

/** Ben saves while Ada writes, and her tab has not heard of it when she saves: on a slow line, nothing unusual. */
let house: House;
let ada: ApiPerson;
let contexts: BrowserContext[];
let adasPage: Page;
let bensPage: Page;
let address: string;
let promptId: string;

const heldKinds: readonly (number | undefined)[] = [2, 6]; // `update` and `base` of the draft's room
let isLate = false;
let late: (() => void)[] = [];

function arrive(): void {
  isLate = false;
  for (const deliver of late) deliver();
  late = [];
}

const document = documentOf('', {
  sections: [
    { id: 's1', kind: 'system', role: null, text: 'You answer for Northwind.' },
    { id: 's2', kind: 'instructions', role: null, text: 'Answer kindly.' },
  ],
});

const textOf = async (version: number) => {
  const { document: saved } = await ada.send('GET', `/prompts/${promptId}/versions/${version}`);
  return saved.sections.map((section: { text: string }) => section.text);
};
const trySave = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const invited = await ada.send('POST', '/invitations', { role: 'admin' });
  const ben = await house.signUp('Ben', String(invited.link).split('/').at(-1));
  const prompt = await ada.send('POST', '/prompts', { title: 'Refund reply', document, commit: true });
  promptId = prompt.id;
  address = `${house.url}/prompts/${promptId}`;
  contexts = [await browser.newContext(), await browser.newContext()];
  for (const [index, context] of contexts.entries()) {
    await (index === 0 ? ada : ben).enter(context);
    await context.addInitScript((id) => {
      if (location.protocol !== 'about:') sessionStorage.setItem('promptvault.organization', id);
    }, organizationId);
  }
  [adasPage, bensPage] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
  await adasPage.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const kind = typeof message === 'string' ? undefined : message[1 + (message[0] ?? 0)];
      if (isLate && heldKinds.includes(kind)) late.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  for (const page of [adasPage, bensPage]) {
    await page.goto(address);
    const instructions = page.getByRole('textbox', { name: 'Instructions', exact: true });
    await expect(instructions).toContainText('Answer kindly.', { timeout: 30_000 });
  }
});

test.afterAll(async () => {
  for (const context of contexts ?? []) await context.close();
  await house?.close();
});

test('who saves too late merges with one click, and is told what came from whom', async () => {
  isLate = true;
  await writeSection(bensPage, 'System', 'You answer for Northwind, in French.');
  await saveVersion(bensPage, 'In French', 2);
  await writeSection(adasPage, 'Instructions', 'Answer kindly and briefly.');
  await trySave(adasPage);
  await adasPage.getByRole('textbox', { name: 'What changed' }).fill('Briefly');
  await adasPage.getByRole('button', { name: 'Save v2', exact: true }).click();
  await expect(adasPage.getByText(/^Ben saved v2/)).toBeVisible();
  await expect(adasPage.getByText('nothing was changed in both ways')).toBeVisible();
  await expect(adasPage.getByRole('button', { name: 'Compare with v2' })).toBeVisible();
  await expect(adasPage.getByRole('button', { name: 'Save on top of v2' })).toBeVisible();
  await adasPage.getByRole('button', { name: 'Merge v2' }).click();
  await expect(adasPage.getByText('From v2 of Ben: System. From you: Instructions.')).toBeVisible();
  arrive();
  await adasPage.getByRole('button', { name: 'Save v3', exact: true }).click();
  await expect(adasPage.getByText('v3 saved')).toBeVisible();
  expect(await textOf(3)).toEqual(['You answer for Northwind, in French.', 'Answer kindly and briefly.']);
});

test('what both changed is settled place by place, and nothing of the draft is lost meanwhile', async () => {
  await expect(bensPage.getByRole('textbox', { name: 'Instructions', exact: true })).toContainText('briefly');
  isLate = true;
  await writeSection(bensPage, 'Instructions', 'Answer in verse.');
  await saveVersion(bensPage, 'In verse', 4);
  await writeSection(adasPage, 'Instructions', 'Answer in prose.');
  await trySave(adasPage);
  await adasPage.getByRole('button', { name: 'Save v4', exact: true }).click();
  await expect(adasPage.getByText('You and Ben changed one place differently.')).toBeVisible();
  arrive();
  await adasPage.getByRole('button', { name: 'Settle 1 conflict' }).click();
  await expect(adasPage.getByText('0 of 1 resolved')).toBeVisible();
  // Leaving it changes nothing: the draft holds what was written, and the way back stands where it was.
  await adasPage.getByRole('button', { name: 'Cancel' }).click();
  const instructions = adasPage.getByRole('textbox', { name: 'Instructions', exact: true });
  await expect(instructions).toContainText('Answer in prose.');
  await trySave(adasPage);
  await adasPage.getByRole('button', { name: 'Settle 1 conflict' }).click();
  const conflict = adasPage.getByRole('region', { name: /Instructions/ });
  await expect(conflict).toContainText('v4 · Ben');
  await conflict.getByRole('button', { name: 'Write it anew' }).click();
  await adasPage.getByRole('textbox', { name: 'What it is to be' }).fill('Answer in verse or prose.');
  await expect(adasPage.getByText('1 of 1 resolved', { exact: true })).toBeVisible();
  // What is settled outlives a reload, and one more version that was saved elsewhere.
  await adasPage.reload();
  await expect(adasPage.getByText('1 of 1 resolved', { exact: true })).toBeVisible();
  await writeSection(bensPage, 'System', 'You answer for Northwind, in Greek.');
  await saveVersion(bensPage, 'In Greek', 5);
  await expect(adasPage.getByRole('textbox', { name: 'What it is to be' })).toHaveValue(
    'Answer in verse or prose.',
  );
  // Ben goes on writing elsewhere in the draft while it is merged.
  await adasPage.route(
    /\/draft\/merge$/,
    async (route) => {
      await writeSection(bensPage, 'System', 'You answer for Northwind, in Latin.');
      const draft = () => ada.send('GET', `/prompts/${promptId}/branches/main/draft`);
      await expect.poll(async () => JSON.stringify(await draft())).toContain('in Latin.');
      await route.continue();
    },
    { times: 1 },
  );
  await adasPage.getByRole('button', { name: 'Merge into draft' }).click();
  await expect(instructions).toContainText('Answer in verse or prose.');
  await saveVersion(adasPage, 'Both', 6);
  expect(await textOf(6)).toEqual(['You answer for Northwind, in Latin.', 'Answer in verse or prose.']);
});
