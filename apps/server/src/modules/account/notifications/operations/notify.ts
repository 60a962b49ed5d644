import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Subject } from '../../../../foundation/module/subjects.ts';
import { insertNotices } from '../repository/notices.ts';

/** Bus topic: people were told something, or read it; its message is the organization and then the people. */
export const noticesTopic = 'notices';

export interface Notification {
  /** A kind that a module declares among its notices. */
  kind: string;
  /** Person ids, as often and as many as they come: each is told once, non-members and the doer never. */
  to: Iterable<string>;
  /** The thing it opens. Whoever does not see it when the notice is shown or sent, is not shown or sent it. */
  subject: Subject;
  /** What belongs together while unread; the kind and the subject unless said otherwise. */
  group?: string;
  data: object;
  /** What happened, such as the id of the event, where the caller may come here twice for one thing. */
  key?: string;
  /** Who did it: the person behind the actor unless said otherwise, as by a listener. */
  by?: string | null;
}

const peopleInMessage = 100;
/** What is read within this time needs no mail. */
const pauseMs = 10_000;

/** Tells people something, in the transaction of what happened. Nothing goes out before it is committed. */
export async function notify(ctx: Ctx, notification: Notification): Promise<void> {
  const { kind, subject, data } = notification;
  const declared = ctx.ports.notices.get(kind);
  const by = notification.by === undefined ? personOf(ctx.actor) : notification.by;
  const people = [...new Set(notification.to)].filter((userId) => userId !== by);
  if (people.length === 0) return;
  await insertNotices(
    ctx.tx,
    people.map((userId) => ({ userId, id: ctx.newId() })),
    {
      organizationId: ctx.organizationId,
      kind,
      subjectKind: subject.kind,
      subjectId: subject.id,
      groupKey: notification.group ?? `${kind} ${subject.kind} ${subject.id}`,
      key: notification.key ?? ctx.newId(),
      byPerson: by,
      data: declared.data.parse(data),
      createdAt: ctx.clock.now(),
    },
  );
  tellTabs(ctx, people);
  const startAfter = new Date(Date.now() + pauseMs);
  for (let at = 0; at < people.length; at += peopleInMessage)
    await ctx.jobs.send(
      'notice.settle',
      { organizationId: ctx.organizationId, people: people.slice(at, at + peopleInMessage) },
      { startAfter },
    );
}

/** Wakes the open tabs of these people once the transaction is committed. */
export function tellTabs(ctx: Ctx, people: readonly string[]): void {
  const { bus, log } = ctx.ports;
  ctx.afterCommit(() => {
    for (let at = 0; at < people.length; at += peopleInMessage)
      bus
        .publish(noticesTopic, [ctx.organizationId, ...people.slice(at, at + peopleInMessage)])
        .catch((error) => log.warn('the bus could not tell of notices', { error }));
  });
}
