import type { PersonRef } from '@promptvault/contract/values';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { NoticeText } from '../../../../foundation/module/notices.ts';
import type { Subject, SubjectFacts } from '../../../../foundation/module/subjects.ts';
import { namePeople } from '../../organizations/index.ts';
import type { NoticeGroup } from '../repository/notices.ts';

/** A group as it reads to the person it is for, now. */
export interface WrittenNotice {
  group: NoticeGroup;
  text: NoticeText;
  by: PersonRef | null;
  subject: Subject & { title: string };
  address: string;
}

/**
 * Writes groups as their person sees them. Whatever the actor of `ctx` does not see any more, and kinds that no
 * module declares any more, are left out.
 */
export async function writeNotices(ctx: Ctx, groups: readonly NoticeGroup[]): Promise<WrittenNotice[]> {
  const see = lookAtSubjects(ctx);
  const people = await namePeople(
    ctx,
    groups.map(({ newest }) => newest.byPerson),
  );
  const written: WrittenNotice[] = [];
  for (const group of groups) {
    const { newest, count, people: doers } = group;
    const declaration = ctx.ports.notices.find(newest.kind);
    const data = declaration?.data.safeParse(newest.data);
    const subject = { kind: newest.subjectKind, id: newest.subjectId };
    const seen = await see(subject);
    if (!declaration || !data?.success || !seen) continue;
    const by = newest.byPerson === null ? null : (people.get(newest.byPerson) ?? null);
    const others = Math.max(0, doers - (by ? 1 : 0));
    written.push({
      group,
      by,
      text: declaration.text({ data: data.data, count, by: by?.name ?? null, others, subject: seen.title }),
      subject: { ...subject, title: seen.title },
      address: seen.address + (declaration.place?.(data.data) ?? ''),
    });
  }
  return written;
}

/** Opens each thing once; undefined for what the actor does not see. */
export function lookAtSubjects(ctx: Ctx): (subject: Subject) => Promise<SubjectFacts | undefined> {
  const known = new Map<string, Promise<SubjectFacts | undefined>>();
  return (subject) => {
    const key = `${subject.kind} ${subject.id}`;
    const seen = known.get(key) ?? ctx.ports.subjects.find(ctx, subject);
    known.set(key, seen);
    return seen;
  };
}
