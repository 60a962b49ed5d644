import type {
  DeadLetterList,
  MailReport,
  Mute,
  Notice,
  PushSettings,
} from '@promptvault/contract/account/notifications/shapes';
import type { SubjectFacts } from '../../../foundation/module/subjects.ts';
import type { MailFindings } from './operations/report-mail.ts';
import type { PushFindings } from './operations/subscribe-push.ts';
import type { WrittenNotice } from './operations/write-notices.ts';
import type { SetAside } from './repository/dead-letters.ts';
import type { MuteRow } from './repository/notices.ts';

export const toNotice = ({ group, text, by, subject, address }: WrittenNotice): Notice => ({
  id: group.newest.id,
  kind: group.newest.kind,
  title: text.title,
  body: text.body ?? null,
  count: group.count,
  by,
  subject,
  address,
  createdAt: group.newest.createdAt.toISOString(),
  read: group.newest.readAt !== null,
});

export const toMute = ({ row, facts }: { row: MuteRow; facts: SubjectFacts }): Mute => ({
  subject: { kind: row.subjectKind, id: row.subjectId, title: facts.title },
  address: facts.address,
  mutedAt: row.createdAt.toISOString(),
});

export const toDeadLetterList = (letters: SetAside[]): DeadLetterList => ({
  items: letters.map(({ total: _total, createdAt, ...letter }) => ({
    ...letter,
    createdAt: createdAt.toISOString(),
  })),
  total: letters[0]?.total ?? 0,
});

export const toMailReport = ({ delivers, troubled, kept, bounces }: MailFindings): MailReport => ({
  delivers,
  bounces,
  troubled: troubled.map(({ nextAt, createdAt, state, ...mail }) => ({
    ...mail,
    state: state as MailReport['troubled'][number]['state'],
    nextAt: nextAt.toISOString(),
    createdAt: createdAt.toISOString(),
  })),
  kept: kept.map(({ id, to, subject, text, at }) => ({ id, to, subject, text, at })),
});

/** Neither addresses nor keys of browsers leave the server: whoever has them can send. */
export const toPushSettings = ({
  offered,
  publicKey,
  subscriptions,
  sessionId,
}: PushFindings): PushSettings => ({
  offered,
  publicKey,
  items: subscriptions.map((row) => ({
    id: row.id,
    service: row.service,
    device: row.device,
    createdAt: row.createdAt.toISOString(),
    toldAt: row.toldAt?.toISOString() ?? null,
    problem: row.problem,
    current: row.sessionId === sessionId,
  })),
});
