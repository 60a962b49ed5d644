import * as contract from '@promptvault/contract/account/notifications/routes';
import * as organizations from '@promptvault/contract/account/organizations/routes';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineNotice, joinNotices } from '../../../../foundation/module/notices.ts';
import { notify } from './notify.ts';
import { sendLetter } from './queue-mail.ts';
import { sendMail, tendMail } from './send-mail.ts';
import { sendDigests, settleNotices } from './settle-notices.ts';

type Member = 'owner' | 'admin' | 'editor' | 'viewer';

const minute = 60_000;
const clock = fakeClock(new Date());
const inbox: { to: string[]; mail: Email }[] = [];
let house: TestHouse;
let server: SMTPServer;
let promptId: string;
/** What the mail server says next. */
let mood: 'fine' | 'busy' | 'no such mailbox' | 'dies after the text' = 'fine';

/** Of a notice with this word nothing can be written until it is mended. */
let broken = true;
const wordOf = (word: string) => {
  if (broken && word === 'breaks') throw new Error('This notice is broken.');
  return word;
};

const kinds = (['immediate', 'daily', 'never'] as const).map((mail) =>
  defineNotice({
    kind: `test.${mail}`,
    summary: mail,
    channels: { app: true, mail },
    data: z.strictObject({ word: z.string() }),
    text: ({ by, count, data, subject }) => ({
      title: count > 1 ? `${count} on ${subject}` : `${by}: ${data.word}`,
      body: `<b>${wordOf(data.word)}</b>`,
    }),
    place: () => '?place=1',
  }),
);

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (mood === 'busy') done(Object.assign(new Error('later'), { responseCode: 451 }));
      else if (mood === 'no such mailbox') done(Object.assign(new Error('nobody'), { responseCode: 550 }));
      else done();
    },
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      inbox.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        mail: await PostalMime.parse(Buffer.concat(chunks)),
      });
      if (mood === 'dies after the text') for (const one of server.connections) one.close();
      else done();
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  house = await openTestHouse({ clock, variables: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  const { ports } = house.application.services;
  ports.notices = joinNotices([...ports.notices.all(), ...kinds]);
  const prompt = house.application.modules
    .flatMap(({ subjects = [] }) => subjects)
    .find(({ kind }) => kind === 'prompt');
  promptId = await house.within('editor', async (ctx) => (await prompt?.sample(ctx))?.id ?? '');
});
afterAll(async () => {
  await house.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(async () => {
  mood = 'fine';
  await settleAll();
  await work(tendMail);
  await clock.advance(25 * 60 * minute);
  await work(sendDigests);
  await work(tendMail);
  inbox.length = 0;
});

const services = () => {
  const { ports, db } = house.application.services;
  return { ports, db, signal: new AbortController().signal };
};
const work = (job: (work: ReturnType<typeof services>) => Promise<void>) => job(services());
const idOf = (caller: Member) => house.people[caller].userId;
const settleAll = () =>
  settleNotices(services(), {
    organizationId: house.organizationId,
    people: (['owner', 'admin', 'editor', 'viewer'] as const).map(idOf),
  });
/** Jobs go by themselves a moment later; here they are asked for, so that nothing depends on when. */
const deliver = async () => {
  await settleAll();
  await work(tendMail);
};
const tell = (to: Member[], mail: 'immediate' | 'daily' | 'never' = 'immediate', word = 'hello') =>
  house.within('editor', (ctx) =>
    notify(ctx, {
      kind: `test.${mail}`,
      to: to.map(idOf),
      subject: { kind: 'prompt', id: promptId },
      data: { word },
    }),
  );
const report = async () => (await house.as('owner').call(contract.getMailReport)).body;
const gone = () => inbox.map(({ to }) => to[0]);

describe('mail about notices', () => {
  it('goes at once, once, to the person, and opens the place', async () => {
    await tell(['viewer']);
    await deliver();
    await deliver();
    expect(gone()).toEqual([house.people.viewer.email]);
    const { mail } = inbox[0] ?? {};
    expect(mail?.subject).toBe('Editor: hello · Northwind');
    expect(mail?.text).toContain(`http://localhost:3000/prompts/${promptId}?place=1`);
    expect(mail?.html).toContain('&#60;b&#62;hello');
    expect(mail?.html).not.toContain('<b>');
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toMatch(/^<http.*\/unsubscribe\/.*>$/);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('reaches nobody else, whatever names and titles hold', async () => {
    const rename = (title: string) =>
      house.within('editor', ({ tx }) =>
        tx.execute(sql`update prompt set title = ${title} where id = ${promptId}`),
      );
    const bad = 'x\r\nBcc: thief@example.com\r\n\r\nAnother body';
    await house.within('editor', ({ tx }) =>
      tx.execute(sql`update profile set name = ${bad} where user_id = ${idOf('editor')}`),
    );
    await rename(bad);
    await tell(['viewer'], 'immediate', bad);
    await tell(['viewer'], 'immediate', bad);
    await deliver();
    await rename('Sample prompt');
    await house.within('editor', ({ tx }) =>
      tx.execute(sql`update profile set name = 'Editor' where user_id = ${idOf('editor')}`),
    );
    expect(inbox.map(({ to }) => to)).toEqual([[house.people.viewer.email]]);
    expect(inbox[0]?.mail.bcc).toBeUndefined();
    expect(inbox[0]?.mail.subject).toBe('2 on x Bcc: thief@example.com Another body · Northwind');
  });

  it('joins what came together', async () => {
    await tell(['viewer'], 'immediate', 'one');
    await tell(['viewer'], 'immediate', 'two');
    await deliver();
    expect(inbox.map(({ mail }) => mail.subject)).toEqual(['2 on Sample prompt · Northwind']);
  });

  it('does not go for what was read, is muted, or is not wanted by mail', async () => {
    await tell(['viewer']);
    await house.as('viewer').call(contract.readAllNotices, { body: {} });
    const mute = (muted: boolean) =>
      house.as('admin').call(contract.muteNotices, { body: { kind: 'prompt', id: promptId, muted } });
    await mute(true);
    await clock.advance(1_000);
    await tell(['admin']);
    await tell(['owner'], 'never');
    await deliver();
    await mute(false);
    await deliver();
    expect(inbox).toEqual([]);
  });

  it('waits for the hour of the person, and then goes once', async () => {
    const { timeZone, digestHour } = { timeZone: 'Asia/Kolkata', digestHour: 7 };
    await house.as('viewer').call(contract.updateNoticeSettings, { body: { timeZone, digestHour } });
    const due = new Date(
      `${new Date(clock.now().getTime() + 48 * 60 * minute).toISOString().slice(0, 10)}T01:30:00Z`,
    );
    clock.set(new Date(due.getTime() - 60 * minute));
    await work(sendDigests);
    await work(tendMail);
    inbox.length = 0;
    await tell(['viewer'], 'daily', 'one');
    await tell(['viewer'], 'daily', 'two');
    await deliver();
    clock.set(new Date(due.getTime() - minute));
    await work(sendDigests);
    expect(inbox).toEqual([]);
    clock.set(due);
    await Promise.all([work(sendDigests), work(sendDigests)]);
    await work(tendMail);
    await work(sendDigests);
    await work(tendMail);
    expect(inbox.map(({ mail }) => mail.subject)).toEqual(['2 on Sample prompt · Northwind']);
    expect(inbox[0]?.mail.text).toContain('06:00');
  });

  it('says nothing to whoever lost access, even between two attempts', async () => {
    await tell(['viewer']);
    mood = 'busy';
    await deliver();
    const { body } = await house.as('owner').call(organizations.listMembers);
    const viewer = body.items.find((one: { person: { id: string } }) => one.person.id === idOf('viewer'));
    await house.within('owner', ({ tx }) =>
      tx.execute(sql`update member set removed_at = now() where id = ${viewer.id}`),
    );
    mood = 'fine';
    await clock.advance(2 * minute);
    await work(tendMail);
    expect(inbox).toEqual([]);
    expect((await report()).troubled).toEqual([]);
    await house.within('owner', ({ tx }) =>
      tx.execute(sql`update member set removed_at = null where id = ${viewer.id}`),
    );
  });

  it('stops by the link in it, which asks before a person clicks and forgets nothing else', async () => {
    await tell(['viewer']);
    await deliver();
    const link = /http\S+\/unsubscribe\/\S+/.exec(inbox[0]?.mail.text ?? '')?.[0] ?? '';
    const path = new URL(link).pathname;
    const nobody = house.as('nobody');
    expect((await nobody.send('GET', path)).body).toContain('<form method="post">');
    expect((await house.as('viewer').call(contract.getNoticeSettings)).body.mailPaused).toBe(false);
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' };
    const answer = await nobody.send('POST', path, 'List-Unsubscribe=One-Click', form);
    expect(answer.status).toBe(200);
    expect((await house.as('viewer').call(contract.getNoticeSettings)).body.mailPaused).toBe(true);
    await tell(['viewer']);
    await deliver();
    expect(inbox).toHaveLength(1);
    for (const token of [
      path.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
      '/unsubscribe/x',
      `/unsubscribe/${idOf('owner')}.`,
    ])
      expect((await nobody.send('POST', token, '', form)).status).toBe(404);
    await house.as('viewer').call(contract.updateNoticeSettings, { body: { mailPaused: false } });
  });
});

describe('a mail that does not go', () => {
  it('is tried again, later each time, and shown to the operator meanwhile', async () => {
    mood = 'busy';
    await tell(['viewer']);
    await deliver();
    expect(await report()).toMatchObject({
      delivers: true,
      troubled: [
        {
          state: 'waiting',
          attempts: 1,
          address: house.people.viewer.email,
          error: expect.stringContaining('451'),
        },
      ],
    });
    await work(tendMail);
    expect((await report()).troubled[0].attempts).toBe(1);
    await clock.advance(minute);
    await work(tendMail);
    expect((await report()).troubled[0].attempts).toBe(2);
    mood = 'fine';
    await clock.advance(minute);
    await work(tendMail);
    expect(inbox).toEqual([]);
    await clock.advance(5 * minute);
    await work(tendMail);
    expect(inbox).toHaveLength(1);
    expect((await report()).troubled).toEqual([]);
  });

  it('is given up when the mailbox does not exist, until the operator tries again', async () => {
    mood = 'no such mailbox';
    await tell(['viewer']);
    await deliver();
    const { troubled } = await report();
    expect(troubled).toMatchObject([{ state: 'failed', attempts: 1 }]);
    await clock.advance(24 * 60 * minute);
    await work(tendMail);
    expect((await report()).troubled[0].attempts).toBe(1);
    mood = 'fine';
    const body = { organizationId: house.organizationId, id: troubled[0].id };
    expect((await house.as('owner').call(contract.retryMail, { body })).body.troubled).toEqual([]);
    expect(inbox).toHaveLength(1);
    expect((await house.as('owner').call(contract.retryMail, { body })).body.code).toBe(
      'notice.no_such_mail',
    );
  });

  it('is not sent again when it may have gone', async () => {
    mood = 'dies after the text';
    await tell(['viewer']);
    await deliver();
    mood = 'fine';
    await clock.advance(60 * minute);
    await work(tendMail);
    expect(inbox).toHaveLength(1);
    expect((await report()).troubled).toMatchObject([{ state: 'unknown' }]);
    await house.within('owner', ({ tx }) => tx.execute(sql`delete from mail_out where state = 'unknown'`));
  });

  it('is not sent again when the process died between claim and answer', async () => {
    await tell(['viewer']);
    await settleAll();
    await house.within('owner', ({ tx, clock: { now } }) =>
      tx.execute(
        sql`update mail_out set state = 'sending', claimed_at = ${now().toISOString()}::timestamptz where state = 'waiting'`,
      ),
    );
    await clock.advance(11 * minute);
    await work(tendMail);
    expect(inbox).toEqual([]);
    expect((await report()).troubled).toMatchObject([{ state: 'unknown' }]);
    await house.within('owner', ({ tx }) => tx.execute(sql`delete from mail_out where state = 'unknown'`));
  });

  it('goes once when two processes take it at one time', async () => {
    await tell(['viewer']);
    await settleAll();
    const [row] = await house.within('owner', ({ tx }) =>
      tx.execute<{ id: string }>(sql`select id from mail_out where state = 'waiting'`, 'objects'),
    );
    const mail = { organizationId: house.organizationId, id: row?.id ?? '', userId: idOf('viewer') };
    await Promise.all([sendMail(services(), mail), sendMail(services(), mail), work(tendMail)]);
    expect(inbox).toHaveLength(1);
  });

  it('is nobody’s business but the operator’s', async () => {
    for (const caller of ['admin', 'viewer', 'stranger'] as const)
      expect((await house.as(caller).call(contract.getMailReport)).body.code).toBe('notice.not_operator');
  });
});

describe('a letter', () => {
  it('is sealed until it has gone, and its words reach nobody else', async () => {
    const write = (to: string) =>
      house.within('owner', (ctx) =>
        sendLetter(ctx, { to, subject: 'Hello\r\nBcc: thief@example.com', text: 'the secret link' }),
      );
    await write('guest@example.com');
    const rows = () =>
      house.within('owner', async ({ tx }) =>
        JSON.stringify(await tx.execute(sql`select * from mail_out where purpose = 'letter'`, 'objects')),
      );
    expect(await rows()).not.toContain('secret');
    await work(tendMail);
    expect(gone()).toEqual(['guest@example.com']);
    expect(inbox[0]?.mail).toMatchObject({ subject: 'Hello Bcc: thief@example.com' });
    expect(JSON.parse(await rows())).toMatchObject([{ state: 'sent', sealed: null }]);
    await expect(write('a@example.com, b@example.com')).rejects.toMatchObject({ code: 'mail.bad_address' });
  });

  it('that no key opens says so, goes once the key is back, and holds up none behind it', async () => {
    const write = (to: string) =>
      house.within('owner', (ctx) => sendLetter(ctx, { to, subject: 'Hello', text: 'words' }));
    await write('first@example.com');
    const sealed = await house.within('owner', async ({ tx }) => {
      const [row] = await tx.execute<{ sealed: string }>(
        sql`select sealed from mail_out where address = 'first@example.com'`,
        'objects',
      );
      await tx.execute(
        sql`update mail_out set sealed = 'v1.00000000.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' where address = 'first@example.com'`,
      );
      return row?.sealed;
    });
    await write('second@example.com');
    await work(tendMail);
    expect(gone()).toEqual(['second@example.com']);
    const first = () =>
      house.within('owner', ({ tx }) =>
        tx.execute<{ id: string; state: string; error: string }>(
          sql`select id, state, error from mail_out where address = 'first@example.com'`,
          'objects',
        ),
      );
    const [row] = await first();
    expect(row).toMatchObject({ state: 'waiting', error: expect.stringContaining('master key') });
    await house.within('owner', ({ tx }) =>
      tx.execute(sql`update mail_out set sealed = ${sealed} where address = 'first@example.com'`),
    );
    await clock.advance(minute);
    await work(tendMail);
    expect(gone()).toEqual(['second@example.com', 'first@example.com']);
  });

  it('whose notices cannot be written waits, and holds up none behind it', async () => {
    await tell(['viewer'], 'immediate', 'breaks');
    await settleAll();
    await house.within('owner', (ctx) =>
      sendLetter(ctx, { to: 'after@example.com', subject: 'Hello', text: 'words' }),
    );
    await work(tendMail);
    expect(gone()).toEqual(['after@example.com']);
    broken = false;
    await clock.advance(10 * minute);
    await work(tendMail);
    expect(gone()).toHaveLength(2);
  });
});
