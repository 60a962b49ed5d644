import * as z from 'zod';
import { id, page, pageQuery, personRef, time } from '../../values.ts';

export const mailMode = z.enum(['immediate', 'daily', 'never']);
export type MailMode = z.output<typeof mailMode>;

const kind = z.string().min(1).max(80);
const subjectRef = z.object({ kind: z.string(), id: z.string() });

export const notice = z
  .object({
    id: z.string().meta({ description: 'The newest of the notices shown as this one.' }),
    kind: z.string(),
    title: z.string(),
    body: z.string().nullable(),
    count: z.int().meta({ description: 'How many notices are shown as this one.' }),
    by: z.union([personRef, z.null()]),
    subject: subjectRef.extend({ title: z.string() }),
    address: z.string().meta({ description: 'The place it opens: a path of the web app.' }),
    createdAt: time(),
    read: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.output<typeof notice>;

export const noticePage = page(notice).meta({ id: 'NoticePage' });
export const listNoticesQuery = z.object({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(50).default(25),
  unread: z
    .enum(['true', 'false'])
    .optional()
    .transform((value) => value === 'true')
    .meta({ description: 'true: only what was not read.' }),
  kind: kind.optional(),
});
export const noticeParams = z.object({ noticeId: id() });
export const unreadCount = z
  .object({
    count: z.int().meta({ description: 'Groups of unread notices one still has access to.' }),
    more: z.boolean().meta({ description: 'Whether there are more than were counted.' }),
  })
  .meta({ id: 'UnreadCount' });
export type UnreadCount = z.output<typeof unreadCount>;
export const readAllBody = z.strictObject({
  until: id().optional().meta({ description: 'The newest notice that was seen; later ones stay unread.' }),
});

export const mute = z
  .object({ subject: subjectRef.extend({ title: z.string() }), address: z.string(), mutedAt: time() })
  .meta({ id: 'NoticeMute', description: 'A thing one is not told about.' });
export type Mute = z.output<typeof mute>;
export const muteList = z.object({ items: z.array(mute) });

export const muteBody = z.strictObject({ kind, id: id(), muted: z.boolean() });

export const noticePreference = z
  .object({
    kind: z.string(),
    summary: z.string(),
    app: z.boolean(),
    mail: mailMode,
    push: z.boolean().meta({ description: 'Whether it goes to the browsers that are subscribed.' }),
    chosen: z.boolean().meta({ description: 'Whether the person chose, or it is as it comes.' }),
  })
  .meta({ id: 'NoticePreference' });
export type NoticePreference = z.output<typeof noticePreference>;

export const noticeSettings = z
  .object({
    items: z.array(noticePreference),
    address: z.string().meta({ description: 'Where mail goes.' }),
    delivers: z
      .boolean()
      .meta({ description: 'Whether this instance sends mail, or keeps it for the operator.' }),
    digestHour: z.int(),
    timeZone: z.string(),
    mailPaused: z.boolean().meta({ description: 'No notice goes by mail; set by the link in a mail.' }),
    mailReturned: z.union([z.object({ at: time(), reason: z.string() }), z.null()]).meta({
      description: 'Set when a mail to the address came back: none goes there until `addressWorks`.',
    }),
  })
  .meta({ id: 'NoticeSettings' });
export type NoticeSettings = z.output<typeof noticeSettings>;

/** Whether this machine knows the zone, by its IANA name. */
const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

export const preferenceParams = z.object({ kind });
export const setPreferenceBody = z.strictObject({
  app: z.boolean(),
  mail: mailMode,
  push: z.boolean().optional().meta({ description: 'Left out, it stays as it is.' }),
});

/** Browsers of one person that may be told at once. */
export const mostPushBrowsers = 10;

export const pushSettings = z
  .object({
    offered: z.boolean().meta({ description: 'False where whoever runs the instance turned it off.' }),
    publicKey: z.string().meta({ description: 'The applicationServerKey to subscribe with, as base64url.' }),
    items: z.array(
      z.object({
        id: z.string(),
        service: z.string().meta({ description: 'The host of the push service the browser chose.' }),
        device: z.string().nullable().meta({ description: 'The User-Agent it subscribed with.' }),
        createdAt: time(),
        toldAt: time().nullable(),
        problem: z.string().nullable().meta({ description: 'Why the last message was refused.' }),
        current: z.boolean().meta({ description: 'Whether it is the browser of this session.' }),
      }),
    ),
  })
  .meta({ id: 'PushSettings' });
export type PushSettings = z.output<typeof pushSettings>;

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/, 'This is not base64url.');
export const subscribePushBody = z.strictObject({
  endpoint: z.string().min(1).max(2_000),
  p256dh: base64url(100),
  auth: base64url(50),
});
export const subscriptionParams = z.object({ subscriptionId: id() });
export const updateNoticeSettingsBody = z.strictObject({
  digestHour: z.int().min(0).max(23).optional(),
  timeZone: z
    .string()
    .max(64)
    .refine(
      (zone) => /^[A-Za-z]/.test(zone) && isTimeZone(zone),
      'This is not a time zone, such as Europe/Berlin.',
    )
    .optional(),
  mailPaused: z.boolean().optional(),
  addressWorks: z
    .literal(true)
    .optional()
    .meta({ description: 'Mail goes to the address again after some came back.' }),
});

export const troubledMail = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    organizationName: z.string(),
    purpose: z.enum(['notices', 'digest', 'letter']),
    address: z.string().nullable(),
    state: z.enum(['waiting', 'failed', 'unknown', 'returned']),
    attempts: z.int(),
    nextAt: time(),
    error: z.string().nullable(),
    createdAt: time(),
  })
  .meta({ id: 'TroubledMail', description: 'A mail that did not go at once; never what it says.' });
export type TroubledMail = z.output<typeof troubledMail>;

export const keptMail = z
  .object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), at: time() })
  .meta({ id: 'KeptMail', description: 'A mail kept for the operator, since no mail server is set.' });
export type KeptMail = z.output<typeof keptMail>;

export const mailReport = z
  .object({
    delivers: z.boolean(),
    troubled: z.array(troubledMail),
    kept: z.array(keptMail),
    bounces: z.object({ address: z.string(), token: z.string() }).meta({
      description: 'Where a mail server posts mail that came back, and what it proves itself with.',
    }),
  })
  .meta({ id: 'MailReport' });
export type MailReport = z.output<typeof mailReport>;
export const retryMailBody = z.strictObject({ organizationId: id(), id: id() });

export const deadLetter = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    organizationName: z.string(),
    listener: z.string().meta({ description: 'The part of the server that could not take it.' }),
    eventType: z.string(),
    error: z.string(),
    tries: z.int(),
    createdAt: time(),
  })
  .meta({
    id: 'DeadLetter',
    description: 'An event that a listener failed at and went on without; never what it holds.',
  });
export type DeadLetter = z.output<typeof deadLetter>;
export const deadLetterList = z
  .object({
    items: z.array(deadLetter).meta({ description: 'The newest 100.' }),
    total: z.int(),
  })
  .meta({ id: 'DeadLetterList' });
export type DeadLetterList = z.output<typeof deadLetterList>;
export const giveDeadLetterAgainBody = z.strictObject({ organizationId: id(), id: id() });

export const bounceBody = z.strictObject({
  message: z.string().max(900_000).meta({ description: 'The whole mail as it arrived, with its headers.' }),
});
export const bounceOutcome = z
  .object({
    outcome: z.enum(['undeliverable', 'failed', 'ignored']).meta({
      description:
        'undeliverable: no other mail goes to that address. failed: given up for now. ignored: no report about a mail of ours.',
    }),
  })
  .meta({ id: 'BounceOutcome' });
export type BounceOutcome = z.output<typeof bounceOutcome>;
