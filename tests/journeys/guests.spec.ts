import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, mailOf, password, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let post: SMTPServer;
let ada: ApiPerson;
let owner: Page;
let guest: Page;
let promptId: string;
const inbox: { to: string; mail: Email }[] = [];

const open = async (browser: Browser) =>
  (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
const comments = (page: Page) => page.getByRole('tabpanel', { name: 'Comments' });
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const axe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);

test.beforeAll(async ({ browser }) => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      inbox.push({
        to: envelope.rcptTo[0]?.address ?? '',
        mail: await PostalMime.parse(Buffer.concat(chunks)),
      });
      done();
    },
  });
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
  const address = post.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  house = await startHouse({ SMTP_URL: `smtp://127.0.0.1:${port}`, PROMPTVAULT_SIGN_UP: '' });
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const document = documentOf('Answer kindly. Never promise a date.');
  for (const title of ['Refund reply', 'Secret plan'])
    promptId = (await ada.send('POST', '/prompts', { title, document, commit: true })).id;
  const { items } = await ada.send('GET', '/prompts?sort=created&direction=asc');
  promptId = items[0].id;
  owner = await open(browser);
  guest = await open(browser);
  await ada.enter(owner.context());
});

test.afterAll(async () => {
  await owner?.context().close();
  await guest?.context().close();
  await house?.close();
  await new Promise<void>((resolve) => post.close(() => resolve()));
});

test('a guest is invited by mail to one prompt', async () => {
  await owner.goto(`${house.url}/prompts/${promptId}?in=${ada.organizationId}`);
  await owner.getByRole('button', { name: 'Share' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('radio', { name: 'Invite a guest' }).click();
  await expect(dialog.getByText('Nobody is invited yet.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('Enter a mail address.')).toBeVisible();
  await dialog.getByLabel('Mail address').fill(mailOf('Gus'));
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('invited by Ada')).toBeVisible();
  await axe(owner);
  await expect.poll(() => inbox.map(({ to }) => to)).toContain(mailOf('Gus'));
  expect(inbox.at(-1)?.mail.subject).toBe('Ada invites you to “Refund reply”');
});

test('who gets it makes an account and sees the prompt and nothing else', async () => {
  const link = /http:\S+\/join\/\S+/.exec(inbox.at(-1)?.mail.text ?? '')?.[0] ?? '';
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'You are invited to Refund reply' })).toBeVisible();
  await axe(guest);
  await guest.getByLabel('Name').fill('Gus');
  await guest.getByLabel('Mail address').fill(mailOf('Gus'));
  await guest.getByLabel('Password', { exact: true }).fill(password);
  await guest.getByRole('button', { name: 'Create account and open' }).click();
  await expect(guest).toHaveURL(new RegExp(`/prompts/${promptId}`));
  await expect(guest.getByText('Answer kindly. Never promise a date.').first()).toBeVisible();
  const menu = guest.getByRole('navigation', { name: 'Main' });
  await expect(menu).toContainText('Northwind');
  for (const name of ['Runs', 'Activity', 'Reviews']) await expect(menu.getByText(name)).toHaveCount(0);
  await guest.goto(`${house.url}/prompts`);
  await expect(guest.getByRole('link', { name: 'Refund reply' })).toBeVisible();
  await expect(guest.getByText('Secret plan')).toHaveCount(0);
  await axe(guest);
});

test('the guest comments, and the other reads it as a guest’s', async () => {
  await guest.goto(`${house.url}/prompts/${promptId}?tab=comments`);
  await comments(guest).getByRole('button', { name: 'New comment' }).click();
  await comments(guest).getByRole('textbox', { name: 'Write a comment' }).fill('Is this polite enough?');
  await guest.keyboard.press('ControlOrMeta+Enter');
  await expect(comments(guest).getByRole('article', { name: 'Gus' })).toContainText('Is this polite enough?');
  await owner.goto(`${house.url}/prompts/${promptId}?tab=comments`);
  await comments(owner).getByText('Is this polite enough?').first().click();
  await expect(comments(owner).getByRole('article', { name: 'Gus' })).toContainText('Is this polite enough?');
});

test('once removed, what the guest has open closes', async () => {
  await guest.goto(`${house.url}/prompts/${promptId}`);
  await expect(guest.getByText('Answer kindly. Never promise a date.').first()).toBeVisible();
  await owner.goto(`${house.url}/settings/sharing`);
  await expect(owner.getByText('Gus', { exact: true })).toBeVisible();
  await axe(owner);
  await owner.getByRole('button', { name: 'Remove the guest Gus from Refund reply' }).click();
  await expect(owner.getByText('There are no guests')).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'You have no access here any more' })).toBeVisible();
  await expect(guest.getByText('Answer kindly.')).toHaveCount(0);
  await guest.getByRole('button', { name: 'Open your own organization' }).click();
  await expect(guest.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
});

test('a tab whose session is ended elsewhere says so, and offers to sign in', async () => {
  const { items } = await ada.send('GET', '/me/sessions');
  await owner.goto(`${house.url}/prompts/${promptId}`);
  await expect(owner.getByRole('button', { name: 'Share' })).toBeVisible();
  // A question that is still under way would be answered by the page to sign in.
  await owner.waitForLoadState('networkidle');
  await ada.send('DELETE', `/me/sessions/${items[0].id}`);
  await expect(owner.getByText('You were signed out.')).toBeVisible();
  // What the page asks by itself from now on takes nothing away that was written on it.
  await owner.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await owner.waitForLoadState('networkidle');
  await owner.getByRole('link', { name: 'Sign in again' }).click();
  await expect(owner).toHaveURL(/\/sign-in\?next=/);
});
