import { type Browser, expect, type Page, test } from '@playwright/test';
import type { ApiPerson, Body } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';
import { writeSection } from './house/studio.ts';

test.describe.configure({ mode: 'serial' });

/** Two people branch the same prompt, edit it in different places and in the same one, and bring it together. */
let house: House;
let ada: Page;
let ben: Page;
let address: string;

const document = documentOf('', {
  sections: [
    { id: 's1', kind: 'system', role: null, text: 'You answer for Northwind.' },
    { id: 's2', kind: 'instructions', role: null, text: 'Answer {{customer}} kindly.\n\nEnd with thanks.\n' },
  ],
});

async function enter(browser: Browser, person: ApiPerson): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await person.enter(context);
  await context.addInitScript(
    (id) => localStorage.setItem('promptvault.organization', id),
    person.organizationId,
  );
  const page = await context.newPage();
  await page.goto(`${house.url}${address}`);
  await expect(page.getByRole('heading', { name: 'Refund reply', level: 1 })).toBeVisible();
  return page;
}

/** ⌘S, a word about it, Enter. */
async function save(page: Page, message: string, version: number): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('textbox', { name: 'What changed' }).fill(message);
  await page.getByRole('button', { name: /^Save v\d+$/ }).click();
  await expect(page.getByText(`v${version} saved`)).toBeVisible();
}

/** Of the newest notice. */
const undo = (page: Page) =>
  page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).last();
const branchButton = (page: Page, name: string) => page.getByRole('button', { name: `Branch ${name}` });

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  const owner = await house.signUp('Ada');
  const team: Body = await owner.send('POST', '/organizations', { name: 'Northwind' });
  owner.organizationId = team.organizationId;
  const invitation: Body = await owner.send('POST', '/invitations', { role: 'editor' });
  const member = await house.signUp('Ben', invitation.link.split('/').at(-1));
  member.organizationId = team.organizationId;
  const prompt: Body = await owner.send('POST', '/prompts', {
    title: 'Refund reply',
    path: 'support/refund-reply',
    document,
    commit: true,
  });
  await owner.send('POST', `/prompts/${prompt.id}/publish`);
  const label = `/prompts/${prompt.id}/labels/production`;
  await owner.send('PUT', label, { targets: [{ version: 1 }] }, { 'if-match': '"r0"' });
  // A co-editor may ask for moves of labels; the branch is made by right of seeing the prompt.
  const published: Body = await owner.send('GET', `/prompts/${prompt.id}`);
  const { id } = await member.send('GET', '/me');
  const seen = { 'if-match': `"r${published.revision}"` };
  await owner.send('PATCH', `/prompts/${prompt.id}`, { coEditors: [id] }, seen);
  address = `/prompts/${prompt.id}`;
  ada = await enter(browser, owner);
  ben = await enter(browser, member);
});

test.afterAll(async () => {
  await ada?.close();
  await ben?.close();
  await house?.close();
});

test('an editor branches a prompt of somebody else', async () => {
  await branchButton(ben, 'main').click();
  await ben.getByRole('button', { name: 'New branch from v1' }).click();
  await ben.getByRole('textbox', { name: 'New branch from v1' }).fill('warmer tone');
  await ben.keyboard.press('Enter');
  await expect(ben).toHaveURL(/branch=warmer-tone/);
  await expect(branchButton(ben, 'warmer-tone')).toBeVisible();
  await writeSection(ben, 'System', 'You answer for Northwind, warmly.');
  await writeSection(ben, 'Instructions', 'Answer {{customer}} very warmly.\n\nEnd with thanks.\n');
  await save(ben, 'Warmer', 2);
});

test('the owner changes the same sentence on the default branch', async () => {
  await writeSection(
    ada,
    'Instructions',
    'Answer {{customer}} kindly and briefly.\n\nEnd with thanks. Sign.\n',
  );
  await save(ada, 'Brief, and signed', 3);
  await ada.getByRole('tab', { name: /Versions/ }).click();
  await expect(ada.getByRole('grid', { name: 'Versions' }).getByRole('row')).toHaveCount(3);
});

test('they merge, and settle the sentence that both changed', async () => {
  await branchButton(ada, 'main').click();
  await expect(ada.getByRole('dialog', { name: 'Branches' }).getByText('1 ahead, 1 behind')).toHaveCount(1);
  await ada.getByRole('button', { name: 'Actions of warmer-tone' }).click();
  await ada.getByRole('menuitem', { name: 'Merge into main…' }).click();
  await expect(ada.getByText('0 of 1 resolved')).toBeVisible();
  const conflict = ada.getByRole('region', { name: /Instructions/ });
  // The menu has the focus no longer, and nothing on the page has it yet.
  await ada.keyboard.press('2');
  await expect(ada.getByText('1 of 1 resolved', { exact: true })).toBeVisible();
  await conflict.getByRole('button', { name: 'Write it anew' }).click();
  await ada
    .getByRole('textbox', { name: 'What it is to be' })
    .fill('Answer {{customer}} warmly and briefly.');
  await ada.getByText('Result', { exact: true }).click();
  await expect(ada.getByRole('region', { name: 'System' })).toContainText('warmly');
  await ada.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(ada.getByText('warmer-tone merged as v4')).toBeVisible();
  const editor = ada.getByRole('textbox', { name: 'Instructions', exact: true });
  await expect(editor).toContainText('Answer {{customer}} warmly and briefly.');
  await expect(editor).toContainText('Sign.');
  await expect(ada.getByRole('textbox', { name: 'System', exact: true })).toContainText('warmly');
});

test('a label is moved with the keyboard, and moved back', async () => {
  const row = ada.getByRole('row').filter({ hasText: 'Merge warmer-tone into main' });
  await row.getByRole('button', { name: 'Labels of v4' }).focus();
  await ada.keyboard.press('Enter');
  await ada.getByRole('button', { name: /^staging/ }).click();
  await expect(row).toContainText('staging');
  await undo(ada).click();
  await expect(row).not.toContainText('staging');
});

test('production is protected, and moves when another member agrees', async () => {
  await ada.goto(`${house.url}/settings/labels`);
  await expect(ada.getByRole('heading', { name: 'Protected labels' })).toBeVisible();
  await ada.getByRole('button', { name: 'Protect label' }).click();
  await ada.getByRole('button', { name: 'Protect', exact: true }).click();
  await expect(ada.getByText('production is protected', { exact: true })).toBeVisible();
  await ben.goto(`${house.url}${address}?tab=versions`);
  const row = ben.getByRole('row').filter({ hasText: 'Merge warmer-tone into main' });
  await row.getByRole('button', { name: 'Labels of v4' }).click();
  await ben.getByRole('button', { name: /^production/ }).click();
  await ben.getByRole('textbox', { name: 'Why it should move' }).fill('Reads better.');
  await ben.getByRole('button', { name: 'Ask to move it to v4' }).click();
  await expect(ben.getByText('Asked to move production')).toBeVisible();

  await ada.goto(`${house.url}${address}?tab=labels`);
  const request = ada.getByRole('list', { name: 'Moves that wait for approval' }).getByRole('listitem');
  await expect(request).toContainText('Reads better.');
  await request.getByRole('button', { name: 'Approve' }).click();
  await ada.getByRole('textbox', { name: 'A word about it' }).fill('Agreed.');
  await ada.keyboard.press('Enter');
  await expect(ada.getByText('production moved')).toBeVisible();
  await expect(ada.getByRole('grid', { name: 'Labels' })).toContainText('v4');
});

test('production is rolled back with one click, and forward again', async () => {
  const labels = ada.getByRole('grid', { name: 'Labels' }).getByRole('row').filter({ hasText: 'production' });
  await ada.getByRole('button', { name: 'Roll production back' }).click();
  await expect(labels).toContainText('v1');
  await undo(ada).click();
  await expect(labels).toContainText('v4');
  await expect(ada.getByRole('grid', { name: 'Moves of production' }).getByRole('row')).toHaveCount(4);
});

test('the shares of a label are changed by its editor, or asked for where it is protected', async () => {
  await ada.getByRole('button', { name: 'Split production' }).click();
  const dialog = ada.getByRole('dialog', { name: 'Split production' });
  const share = (version: number) => dialog.getByRole('textbox', { name: `Share of v${version} in percent` });
  await expect(dialog.getByRole('combobox', { name: 'Version of share 1' })).toBeFocused();
  await ada.keyboard.press('Tab');
  await ada.keyboard.press('ControlOrMeta+a');
  await ada.keyboard.type('90');
  await dialog.getByRole('button', { name: 'Version', exact: true }).click();
  await share(3).fill('20');
  await expect(dialog.getByText('The shares come to 110 %. Together they have to be 100 %.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Ask for it' }).click();
  await expect(dialog).toBeVisible();
  await share(3).fill('10');
  await dialog.getByRole('textbox', { name: 'Why it should move' }).fill('Try it on a few.');
  await dialog.getByRole('button', { name: 'Ask for it' }).click();
  await expect(ada.getByText('Asked to move production')).toBeVisible();
  const request = ada.getByRole('list', { name: 'Moves that wait for approval' }).getByRole('listitem');
  await expect(request).toContainText('v4 90 % · v3 10 %');
  await request.getByRole('button', { name: 'Take back' }).click();

  // Nobody has to agree any more, but a check has to pass, which v4 never did.
  await ada.goto(`${house.url}/settings/labels`);
  await ada.getByRole('button', { name: 'What production needs' }).click();
  await ada.getByRole('combobox', { name: 'Approvals' }).selectOption('0');
  const checks = ada.getByRole('textbox', { name: 'Checks that must have passed' });
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('a rule without either protects nothing')).toBeVisible();
  await checks.fill('Suite Tone');
  await expect(ada.getByText('"Suite Tone" is no name of a check')).toBeVisible();
  await checks.fill('suite:tone');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.getByText('Checks: suite:tone')).toBeVisible();
  await ada.goto(`${house.url}${address}?tab=labels`);
  await ada.getByRole('button', { name: 'Split production' }).click();
  await dialog.getByRole('button', { name: 'Version', exact: true }).click();
  await dialog.getByRole('button', { name: 'Share equally' }).click();
  await dialog.getByRole('button', { name: 'Save shares' }).click();
  await expect(dialog.getByText(/Missing: suite:tone of version 4/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await ada.goto(`${house.url}/settings/labels`);
  await ada.getByRole('button', { name: 'Protect production no longer' }).click();
  await expect(ada.getByText('No label is protected')).toBeVisible();
  await ada.goto(`${house.url}${address}?tab=labels`);
  await ada.getByRole('button', { name: 'Split production' }).click();
  await dialog.getByRole('button', { name: 'Version', exact: true }).click();
  await share(4).fill('80');
  await share(3).fill('20');
  await ada.keyboard.press('Enter');
  const labels = ada.getByRole('grid', { name: 'Labels' }).getByRole('row').filter({ hasText: 'production' });
  await expect(labels).toContainText('v4 80 % · v3 20 %');
});

test('a branch is renamed, deleted, and taken back', async () => {
  await ben.goto(`${house.url}${address}?branch=warmer-tone`);
  await branchButton(ben, 'warmer-tone').click();
  await ben.getByRole('button', { name: 'Actions of warmer-tone' }).click();
  await ben.getByRole('menuitem', { name: 'Rename' }).click();
  await ben.getByRole('textbox', { name: 'Name of the branch' }).fill('main');
  await ben.keyboard.press('Enter');
  await expect(ben.getByText('This prompt has a branch main already.')).toBeVisible();
  await ben.getByRole('textbox', { name: 'Name of the branch' }).fill('warm');
  await ben.keyboard.press('Enter');
  await expect(ben).toHaveURL(/branch=warm$/);
  await branchButton(ben, 'warm').click();
  await ben.getByRole('button', { name: 'Actions of warm' }).click();
  await ben.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(ben.getByText('Branch warm deleted')).toBeVisible();
  await undo(ben).click();
  await branchButton(ben, 'main').click();
  await expect(
    ben.getByRole('dialog', { name: 'Branches' }).getByText('warm', { exact: true }),
  ).toBeVisible();
});
