import { type Browser, expect, type Page, test } from '@playwright/test';
import { fillAccount, signIn, signUpOwner } from './house/sign-up-owner.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let owner: Page;
let member: Page;
let invitation: string;

const open = async (browser: Browser) =>
  (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();

test.beforeAll(async ({ browser }) => {
  house = await startHouse({ PROMPTVAULT_SIGN_UP: '' });
  owner = await open(browser);
  member = await open(browser);
});

test.afterAll(async () => {
  await owner?.context().close();
  await member?.context().close();
  await house?.close();
});

test('signs up, out and in again', async () => {
  await signUpOwner(owner, house.url, 'Ada');
  await owner.getByRole('button', { name: 'Ada' }).last().click();
  await owner.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(owner.getByRole('heading', { name: 'Sign in to PromptVault' })).toBeVisible();
  await owner.goto(`${house.url}/prompts`);
  await expect(owner).toHaveURL(/\/sign-in\?next=/);
});

test('says that a password is wrong, and keeps what was typed but the password', async () => {
  await signIn(owner, house.url, 'Ada', 'not the password at all');
  await expect(owner.getByRole('alert')).toContainText(/password/i);
  await expect(owner.getByLabel('Mail address')).toHaveValue('ada@example.com');
  await signIn(owner, house.url, 'Ada');
  await expect(owner.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
});

test('nobody signs up without an invitation after the owner', async () => {
  await member.goto(`${house.url}/sign-up`);
  await expect(member.getByText('New accounts need an invitation')).toBeVisible();
});

test('an organization is made, and a link invites to it', async () => {
  await owner.goto(`${house.url}/settings/members`);
  await owner.getByRole('button', { name: 'New organization' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Northwind');
  await dialog.getByRole('button', { name: 'Create organization' }).click();
  await expect(dialog).toBeHidden();
  await owner.goto(`${house.url}/settings/members`);
  await owner.getByRole('button', { name: 'Invite' }).first().click();
  await dialog.getByLabel('Role').selectOption('editor');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  invitation = await dialog.getByLabel('Link', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
});

test('whom it was given joins by it', async () => {
  await member.goto(invitation);
  await expect(member.getByRole('heading', { name: 'Join Northwind' })).toBeVisible();
  await fillAccount(member, 'Mira');
  await member.getByRole('button', { name: 'Create account and join' }).click();
  await expect(member.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await expect(member.getByRole('navigation', { name: 'Main' })).toContainText('Northwind');
  await member.goto(invitation);
  await expect(member.getByText('This invitation cannot be used')).toBeVisible();
  await member.goto(`${house.url}/prompts`);
  await expect(member.getByText('No prompts yet')).toBeVisible();
});

test('two tabs work in two organizations', async () => {
  const other = await member.context().newPage();
  await other.goto(`${house.url}/prompts`);
  await other.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Northwind' }).click();
  await other
    .getByRole('menuitemradio', { name: /^Mira/ })
    .or(other.getByRole('menuitem', { name: /^Mira/ }))
    .click();
  // The person at the foot of the sidebar is called Mira too: what ends is that the other one is shown.
  await expect(
    other.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Northwind' }),
  ).toHaveCount(0);
  await other.goto(`${house.url}/prompts`);
  await other.getByRole('button', { name: 'New prompt' }).first().click();
  await expect(other).toHaveURL(/\/prompts\/[0-9a-f-]{36}/);
  await other.goto(`${house.url}/prompts`);
  await expect(
    other
      .getByRole('row')
      .filter({ hasText: 'Mira' })
      .or(other.getByText('1 prompt', { exact: true })),
  ).toBeVisible();
  await member.reload();
  await expect(
    member.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Northwind' }),
  ).toBeVisible();
  await expect(member.getByText('No prompts yet')).toBeVisible();
  await other.close();
});

test('a removed member is out', async () => {
  await owner.goto(`${house.url}/settings/members`);
  await owner.getByRole('button', { name: 'Remove Mira' }).click();
  const dialog = owner.getByRole('dialog').or(owner.getByRole('alertdialog'));
  const typed = dialog.getByRole('textbox');
  if (await typed.isVisible()) await typed.fill('Mira');
  await dialog.getByRole('button', { name: /^Remove/ }).click();
  await expect(owner.getByText('Mira is removed.')).toBeVisible();
  await member.reload();
  await expect(
    member.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Northwind' }),
  ).toHaveCount(0);
});
