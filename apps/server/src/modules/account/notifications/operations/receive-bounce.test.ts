import * as contract from '@promptvault/contract/account/notifications/routes';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineNotice, joinNotices } from '../../../../foundation/module/notices.ts';
import { sendLetter } from '../index.ts';
import { notify } from './notify.ts';
import { tendMail } from './send-mail.ts';
import { settleNotices } from './settle-notices.ts';

const clock = fakeClock(new Date());
/** Mails as they went out, the oldest first. */
const sent: string[] = [];
let house: TestHouse;
let server: SMTPServer;
let promptId: string;
let token: string;

const said = defineNotice({
  kind: 'test.said',
  summary: 'Words',
  channels: { app: true, mail: 'immediate' },
  data: z.strictObject({}),
  text: ({ by }) => ({ title: `${by} said` }),
});

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      sent.push(Buffer.concat(chunks).toString());
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  house = await openTestHouse({ clock, variables: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  const { ports } = house.application.services;
  ports.notices = joinNotices([...ports.notices.all(), said]);
  const prompt = house.application.modules
    .flatMap(({ subjects = [] }) => subjects)
    .find(({ kind }) => kind === 'prompt');
  promptId = await house.within('editor', async (ctx) => (await prompt?.sample(ctx))?.id ?? '');
  token = (await report()).bounces.token;
});
afterAll(async () => {
  await house.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(async () => {
  await house.as('viewer').call(contract.updateNoticeSettings, { body: { addressWorks: true } });
  sent.length = 0;
});

const report = async () => (await house.as('owner').call(contract.getMailReport)).body;
const settings = async () => (await house.as('viewer').call(contract.getNoticeSettings)).body;
const tell = async () => {
  await house.within('editor', (ctx) =>
    notify(ctx, {
      kind: 'test.said',
      to: [house.people.viewer.userId],
      subject: { kind: 'prompt', id: promptId },
      data: {},
    }),
  );
  const { ports, db } = house.application.services;
  const work = { ports, db, signal: new AbortController().signal };
  await settleNotices(work, {
    organizationId: house.organizationId,
    people: [house.people.viewer.userId],
  });
  await tendMail(work);
};
const bounceOf = (returned: string, status = '5.1.1') =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    'Final-Recipient: rfc822; whoever@example.com',
    'Action: failed',
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    returned,
    '--b--',
  ].join('\r\n');
const post = (message: string, bearer = token) =>
  house
    .as('nobody')
    .call(contract.receiveBounce, { body: { message }, headers: { authorization: `Bearer ${bearer}` } });

describe('a mail that comes back', () => {
  it('stops further mail to that person, is shown to them and the operator, until they say it works', async () => {
    await tell();
    expect(sent).toHaveLength(1);
    expect((await post(bounceOf(sent[0] ?? ''))).body).toEqual({ outcome: 'undeliverable' });
    expect((await settings()).mailReturned).toMatchObject({ reason: '5.1.1 550 no such user' });
    expect((await report()).troubled).toMatchObject([
      { state: 'returned', address: house.people.viewer.email, error: '5.1.1 550 no such user' },
    ]);
    await tell();
    expect(sent).toHaveLength(1);
    const works = { addressWorks: true };
    const answer = await house.as('viewer').call(contract.updateNoticeSettings, { body: works });
    expect(answer.body.mailReturned).toBeNull();
    await tell();
    expect(sent).toHaveLength(2);
  });

  it('goes again when the operator tries it', async () => {
    await tell();
    await post(bounceOf(sent[0] ?? ''));
    const { troubled } = await report();
    const body = { organizationId: house.organizationId, id: troubled[0].id };
    await house.as('owner').call(contract.retryMail, { body });
    expect(sent).toHaveLength(2);
    expect((await settings()).mailReturned).toBeNull();
  });

  it('stays on the list when it was a letter, whose words are gone once it went', async () => {
    const letter = { to: 'elsewhere@example.com', subject: 'Look', text: 'Look at this.' };
    await house.within('editor', (ctx) => sendLetter(ctx, letter));
    const { ports, db } = house.application.services;
    await tendMail({ ports, db, signal: new AbortController().signal });
    expect((await post(bounceOf(sent[0] ?? ''))).body).toEqual({ outcome: 'undeliverable' });
    const ofLetter = async () =>
      (await report()).troubled.filter(({ purpose }: { purpose: string }) => purpose === 'letter');
    const [{ id }] = await ofLetter();
    const body = { organizationId: house.organizationId, id };
    const answer = await house.as('owner').call(contract.retryMail, { body });
    expect([answer.status, answer.body.code]).toEqual([404, 'notice.no_such_mail']);
    expect(await ofLetter()).toMatchObject([{ id, state: 'returned' }]);
  });

  it('for a while only, leaves the address as it is', async () => {
    await tell();
    expect((await post(bounceOf(sent[0] ?? '', '4.2.2'))).body).toEqual({ outcome: 'failed' });
    expect((await settings()).mailReturned).toBeNull();
  });

  it('counts only with the mark of a mail that we sent', async () => {
    await tell();
    const real = sent[0] ?? '';
    const mark = /PromptVault-Mail:\s*(\S+)/i.exec(real)?.[1] ?? '';
    expect(mark).toMatch(/^[\w-]{36}\.[\w-]{36}\.[\w-]{43}$/);
    const forged = [
      `PromptVault-Mail: ${mark.slice(0, -1)}${mark.endsWith('A') ? 'B' : 'A'}`,
      `PromptVault-Mail: ${house.organizationId}.${house.organizationId}.${mark.split('.')[2]}`,
      `To: ${house.people.viewer.email}`,
      '',
    ];
    for (const returned of forged)
      expect((await post(bounceOf(returned))).body).toEqual({ outcome: 'ignored' });
    expect((await post(real)).body).toEqual({ outcome: 'ignored' });
    expect((await settings()).mailReturned).toBeNull();
  });

  it('is taken from nobody without the operator’s token, who alone is told it', async () => {
    await tell();
    for (const bearer of ['', 'x', `${token}x`])
      expect((await post(bounceOf(sent[0] ?? ''), bearer)).body.code).toBe('notice.bad_bounce_token');
    expect((await settings()).mailReturned).toBeNull();
    expect(JSON.stringify((await house.as('admin').call(contract.getMailReport)).body)).not.toContain(token);
  });
});
