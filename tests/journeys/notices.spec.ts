import { expect, type Page, test } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { ApiPerson } from './house/api-person.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let post: SMTPServer;
let ada: ApiPerson;
let mira: ApiPerson;
let page: Page;
const inbox: { to: string; mail: Email }[] = [];

test.beforeAll(async ({ browser }) => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const mail = await PostalMime.parse(Buffer.concat(chunks));
      inbox.push({ to: envelope.rcptTo[0]?.address ?? '', mail });
      done();
    },
  });
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
  const address = post.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  house = await startHouse({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await page?.context().close();
  await house?.close();
  await new Promise<void>((resolve) => post.close(() => resolve()));
});

test('the bell rings while the page is open, and leads to the place', async () => {
  await page.goto(`${house.url}/?in=${ada.organizationId}`);
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Northwind');
  await expect(page.getByRole('button', { name: 'Notices: nothing new' })).toBeVisible();
  const { link } = await ada.send('POST', '/invitations', { role: 'editor' });
  mira = await house.signUp('Mira', String(link).split('/').at(-1));
  await page.getByRole('button', { name: 'Notices: 1 new' }).click();
  await page
    .getByRole('dialog', { name: 'Notices' })
    .getByRole('link', { name: 'Mira joined as editor' })
    .click();
  await expect(page).toHaveURL(/\/settings\/members/);
  await expect(page.getByRole('button', { name: 'Notices: nothing new' })).toBeVisible();
});

test('what comes between the first count and the live connection is counted', async () => {
  const late = await page.context().newPage();
  let isHeld = true;
  const releases: (() => void)[] = [];
  await late.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (isHeld) releases.push(() => server.send(message));
      else server.send(message);
    });
  });
  await late.goto(`${house.url}/?in=${ada.organizationId}`);
  await expect(late.getByRole('button', { name: 'Notices: nothing new' })).toBeVisible();
  const { link } = await ada.send('POST', '/invitations', { role: 'viewer' });
  await house.signUp('Nora', String(link).split('/').at(-1));
  await expect(page.getByRole('button', { name: 'Notices: 1 new' })).toBeVisible();
  isHeld = false;
  for (const release of releases) release();
  await late.getByRole('button', { name: 'Notices: 1 new' }).click();
  await late
    .getByRole('dialog', { name: 'Notices' })
    .getByRole('link', { name: 'Nora joined as viewer' })
    .click();
  await expect(page.getByRole('button', { name: 'Notices: nothing new' })).toBeVisible();
  await late.close();
});

test('a mention in a comment arrives by mail, and its link opens that very talk', async () => {
  const { id } = await ada.send('POST', '/prompts', { title: 'House voice', visibility: 'organization' });
  await ada.send('POST', `/prompts/${id}/branches/main/versions`, { expectedParent: null, message: 'First' });
  await ada.send('POST', `/prompts/${id}/publish`);
  const me = await ada.send('GET', '/me');
  mira.organizationId = ada.organizationId;
  await mira.send('POST', '/threads', {
    subject: { kind: 'prompt', id },
    body: `Is this still right, @[Ada](person:${me.id})?`,
  });
  await expect.poll(() => inbox.length, { timeout: 60_000 }).toBe(1);
  const [{ to, mail } = { to: '', mail: undefined }] = inbox.splice(0);
  expect(to).toBe('ada@example.com');
  expect(mail?.subject).toContain('Mira mentioned you on House voice');
  const link = /http\S+\/prompts\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByText('Is this still right,').first()).toBeVisible();
});

test('a mail arrives, and its link opens the place in the right organization', async () => {
  const { items } = await ada.send('GET', '/members');
  const member = items.find((one: { person: { name: string } }) => one.person.name === 'Mira');
  await ada.send(
    'PATCH',
    `/members/${member.id}`,
    { role: 'viewer' },
    { 'if-match': `"r${member.revision}"` },
  );
  await expect.poll(() => inbox.length, { timeout: 60_000 }).toBe(1);
  const [{ to, mail } = { to: '', mail: undefined }] = inbox;
  expect(to).toBe('mira@example.com');
  expect(mail?.subject).toBe('Ada made you viewer · Northwind');
  const link = /http\S+\/settings\/members\S*/.exec(mail?.text ?? '')?.[0] ?? '';
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('There is no browser.');
  await mira.enter(context);
  const theirs = await context.newPage();
  await theirs.goto(link);
  await expect(theirs.getByRole('navigation', { name: 'Main' })).toContainText('Northwind');
  await expect(theirs.getByText('Ada', { exact: true }).first()).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Notices: 1 new' })).toBeVisible();
  await context.close();
});

test('a kind that is not wanted by mail is kept so', async () => {
  await page.goto(`${house.url}/settings/notifications`);
  const select = page.getByLabel('Your role changes: by mail');
  await expect(select).toHaveValue('immediate');
  await select.selectOption('never');
  await page.reload();
  await expect(select).toHaveValue('never');
});
