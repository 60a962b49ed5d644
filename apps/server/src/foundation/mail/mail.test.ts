import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeClock } from '@promptvault/testing/fake-clock';
import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { makeId } from '../ids/id-maker.ts';
import { silentLog } from '../log/log.ts';
import { Secret } from '../secrets/secret.ts';
import { checkMail, isMailAddress } from './check-mail.ts';
import { createDiskOutbox } from './disk-outbox.ts';
import type { Mail } from './mail.ts';
import { mailFaultOf, mailFaultText } from './mail-fault.ts';
import { createOutboxMail } from './outbox-mail.ts';
import { createSmtpMail } from './smtp-mail.ts';

type Received = { raw: string; mail: Email; to: string[]; secure: boolean };
type SmtpServer = { refuse?: boolean; tls?: 'none' | 'when asked' | 'from the start'; trust?: boolean };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('mail over SMTP', () => {
  it('arrives as it was written', async () => {
    const { mail, received } = await smtp();
    const sent = await mail.send({
      to: 'zoë@example.com',
      subject: 'Einladung von Łukasz 🎉',
      text: 'Plain text.\n.\nA line with a dot.',
      html: '<p>Rich <b>text</b></p>',
      headers: { 'List-Unsubscribe': '<https://prompts.example/leave>' },
    });
    expect(sent.via).toBe('smtp');
    const [one] = received;
    expect(one?.to).toEqual(['zoë@example.com']);
    expect(one?.mail).toMatchObject({
      from: { name: 'PromptVault', address: 'vault@prompts.example' },
      subject: 'Einladung von Łukasz 🎉',
    });
    expect(one?.mail.text?.trim()).toBe('Plain text.\n.\nA line with a dot.');
    expect(one?.mail.html).toContain('<b>text</b>');
    expect(one?.raw).toContain('List-Unsubscribe: <https://prompts.example/leave>');
  });

  it('reaches nobody else, whatever stands in the subject', async () => {
    const { mail, received } = await smtp();
    const subject = 'Hello\r\nBcc: thief@example.com\r\n\r\nAnother body\u0000\u2028X: y';
    await mail.send({ to: 'a@example.com', subject, text: 'Body' });
    expect(received[0]?.to).toEqual(['a@example.com']);
    expect(received[0]?.mail.bcc).toBeUndefined();
    expect(received[0]?.mail.subject).toBe('Hello Bcc: thief@example.com Another body X: y');
    expect(received[0]?.mail.text?.trim()).toBe('Body');
  });

  it('says that the server refused, and keeps the reason for the log', async () => {
    const { mail } = await smtp({ refuse: true });
    await expect(mail.send({ to: 'a@example.com', subject: 's', text: 't' })).rejects.toMatchObject({
      code: 'mail.refused',
      cause: expect.objectContaining({ responseCode: 550 }),
    });
    const nowhere = createSmtpMail({
      url: new Secret('smtp://127.0.0.1:1'),
      from: 'v@p.example',
      log: silentLog,
    });
    await expect(nowhere.send({ to: 'a@example.com', subject: 's', text: 't' })).rejects.toMatchObject({
      code: 'mail.refused',
    });
  });
});

describe('mail over TLS', () => {
  const one = { to: 'a@example.com', subject: 's', text: 't' };

  it.each(['when asked', 'from the start'] as const)('goes encrypted %s', async (tls) => {
    const { mail, received } = await smtp({ tls, trust: true });
    await mail.send(one);
    expect(received).toMatchObject([{ secure: true, to: [one.to] }]);
  });

  it.each(['when asked', 'from the start'] as const)(
    'goes to no server that cannot prove who it is, encrypted %s',
    async (tls) => {
      const { mail, received } = await smtp({ tls });
      await expect(mail.send(one)).rejects.toMatchObject({ code: 'mail.refused' });
      expect(received).toEqual([]);
    },
  );
});

describe('mailFaultOf', () => {
  const refusedBy = (cause: object) =>
    Object.assign(new Error('refused', { cause: Object.assign(new Error('why'), cause) }), {
      code: 'mail.refused',
    });

  it.each([
    ['a mailbox that does not exist', { responseCode: 550 }, 'never'],
    ['a server that is busy', { responseCode: 421 }, 'later'],
    ['a wrong password', { responseCode: 535, code: 'EAUTH' }, 'later'],
    ['a server that is away', { code: 'ESOCKET' }, 'later'],
    ['a connection lost before the text went', { code: 'ETIMEDOUT', textWentOut: false }, 'later'],
    ['a connection lost after the text went', { code: 'ECONNECTION', textWentOut: true }, 'unknown'],
  ])('knows %s', (_what, cause, fault) => {
    expect(mailFaultOf(refusedBy(cause))).toBe(fault);
  });

  it('gives up an address that is none', () => {
    expect(mailFaultOf(Object.assign(new Error('no'), { code: 'mail.bad_address' }))).toBe('never');
  });

  it('keeps the reason on one line', () => {
    expect(mailFaultText(new Error('a\r\nb\u0000'))).toBe('a b ');
  });
});

describe('checkMail', () => {
  const fine = { to: 'a@example.com', subject: 's', text: 't' };

  it.each([
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com, b@example.com',
    'A <a@example.com>',
    'a@example.com>',
    '"a b"@example.com',
    'a(comment)@example.com',
    'a@',
    '@example.com',
    '',
    `${'a'.repeat(300)}@example.com`,
  ])('refuses the address %j', (to) => {
    expect(() => checkMail({ ...fine, to })).toThrow(expect.objectContaining({ code: 'mail.bad_address' }));
  });

  it.each([
    [{ Bcc: 'b@example.com' }],
    [{ 'Content-Type': 'text/html' }],
    [{ 'X-A': 'v\r\nBcc: b@example.com' }],
    [{ 'X-A\r\nBcc': 'b@example.com' }],
    [{ 'X-A': '' }],
  ])('refuses the headers %j', (headers) => {
    expect(() => checkMail({ ...fine, headers })).toThrow(
      expect.objectContaining({ code: 'mail.bad_header' }),
    );
  });

  it('leaves no control character in any subject', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (subject) => {
        const checked = checkMail({ ...fine, subject }).subject;
        expect(checked).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(checked.isWellFormed()).toBe(true);
      }),
    );
  });

  it('accepts the addresses people have', () => {
    for (const to of ["o'brien+tag@mail.example.co.uk", 'josé@correo.example', 'root@localhost'])
      expect(isMailAddress(to)).toBe(true);
  });
});

describe('the outbox', () => {
  it('keeps the newest mails for the operator, and only for them', async () => {
    const directory = join(await mkdtemp(join(tmpdir(), 'outbox-')), 'outbox');
    const store = createDiskOutbox({ directory, keep: 3 });
    const mail = createOutboxMail({ store, clock: fakeClock(), newId: makeId });
    expect(mail.delivers).toBe(false);
    expect(await store.list({ limit: 10 })).toEqual([]);
    for (const subject of ['1', '2', '3', '4', '5'])
      await mail.send({ to: 'a@example.com', subject, text: 'link' });
    const listed = await store.list({ limit: 10 });
    expect(listed.map(({ subject }) => subject)).toEqual(['5', '4', '3']);
    const rest = await store.list({ limit: 1, before: listed[0]?.id ?? '' });
    expect(rest.map(({ subject }) => subject)).toEqual(['4']);
    expect(await store.find(listed[2]?.id ?? '')).toMatchObject({
      subject: '3',
      at: '2026-01-01T00:00:00.000Z',
    });
    expect(await store.find('../../etc/passwd')).toBeUndefined();
    expect(await store.find(makeId())).toBeUndefined();
    const [name = ''] = await readdir(directory);
    expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600);
    await expect(mail.send({ to: 'a b', subject: '', text: '' })).rejects.toMatchObject({
      code: 'mail.bad_address',
    });
  });
});

async function smtp({
  refuse = false,
  tls = 'none',
  trust = false,
}: SmtpServer = {}): Promise<{ mail: Mail; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    ...(tls === 'none' ? { disabledCommands: ['STARTTLS'] } : {}),
    secure: tls === 'from the start',
    onRcptTo: (_address, _session, done) =>
      done(refuse ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const raw = Buffer.concat(chunks).toString('utf8');
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ raw, to, mail: await PostalMime.parse(raw), secure: session.secure });
      done();
    },
  });
  // A client that does not trust it hangs up, which is what some tests want.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const query = trust ? '?tls.rejectUnauthorized=false' : '';
  const url = new Secret(`${tls === 'from the start' ? 'smtps' : 'smtp'}://127.0.0.1:${port}${query}`);
  const mail = createSmtpMail({ url, from: 'PromptVault <vault@prompts.example>', log: silentLog });
  closing.push(
    () => new Promise<void>((resolve) => server.close(() => resolve())),
    () => mail.close(),
  );
  return { mail, received };
}
