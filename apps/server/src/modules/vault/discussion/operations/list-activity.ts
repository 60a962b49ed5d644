import type { PersonRef } from '@promptvault/contract/values';
import type { listActivityQuery } from '@promptvault/contract/vault/discussion/activity-shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { SubjectFacts } from '../../../../foundation/module/subjects.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { namePeople, type Organization } from '../../../account/organizations/index.ts';
import { type EventRow, listEvents } from '../repository/events.ts';

export type ListActivity = z.output<typeof listActivityQuery>;

export interface Entry {
  event: EventRow;
  facts: SubjectFacts | undefined;
}

export interface Activity {
  entries: Entry[];
  people: ReadonlyMap<string, PersonRef>;
  nextCursor: string | null;
}

/** Of those, this many are looked at for one page; what one does not see is passed over. */
const mostLookedAt = 500;
const batch = 100;

/**
 * Kinds of things without a page of their own, and who may know of them. What is of neither sort, and what cannot be
 * opened, is known to whoever manages the organization.
 */
const knownBy: Readonly<Record<string, string>> = {
  organization: 'organization.read',
  member: 'organization.read',
  invitation: 'member.manage',
  tag: 'prompt.read',
};

/** What happened, the newest first: only what the actor may see, judged by opening each thing as them. */
export async function listActivity(
  ctx: Ctx,
  organization: Authorized<Organization, 'activity.read'>,
  { cursor, limit, prompt, person, kind, since, until, q }: ListActivity,
): Promise<Activity> {
  if (cursor !== undefined && !isId(cursor)) throw RequestError.invalid().at('query', 'cursor');
  const nothing = { entries: [], people: new Map(), nextCursor: null };
  if ((prompt !== undefined && !isId(prompt)) || (person !== undefined && !isId(person))) return nothing;
  const seen = seeing(ctx);
  if (prompt !== undefined && !(await seen({ kind: 'prompt', id: prompt })).visible) return nothing;
  const entries: Entry[] = [];
  let before = cursor;
  let isEnd = false;
  for (let looked = 0; looked < mostLookedAt && entries.length < limit && !isEnd; looked += batch) {
    const rows = await listEvents(ctx, organization.id, {
      promptId: prompt,
      personId: person,
      kind,
      since: since === undefined ? undefined : new Date(`${since}T00:00:00.000Z`),
      until: until === undefined ? undefined : new Date(`${until}T23:59:59.999Z`),
      words: q?.trim() ? sortKey(q.trim()) : undefined,
      before,
      limit: batch,
    });
    isEnd = rows.length < batch;
    for (const event of rows) {
      if (entries.length === limit) {
        isEnd = false;
        break;
      }
      before = event.id;
      const { visible, facts } = await seen({ kind: event.subjectKind, id: event.subjectId }, event);
      if (visible) entries.push({ event, facts });
    }
  }
  const people = await namePeople(
    ctx,
    entries.map(({ event }) => event.actorPerson),
  );
  return { entries, people, nextCursor: isEnd ? null : (before ?? null) };
}

interface Sight {
  visible: boolean;
  facts?: SubjectFacts | undefined;
}

/** Opens each thing once. */
function seeing(ctx: Ctx) {
  const kinds = new Set(ctx.ports.subjects.kinds());
  const opened = new Map<string, SubjectFacts | undefined>();
  const me = personOf(ctx.actor);
  return async (subject: { kind: string; id: string }, event?: EventRow): Promise<Sight> => {
    if (!kinds.has(subject.kind)) {
      const needed = knownBy[subject.kind] ?? 'organization.manage';
      const isOwn = me !== null && event?.actorPerson === me;
      return { visible: isOwn || ctx.actor.permissions.has(needed) };
    }
    const key = `${subject.kind} ${subject.id}`;
    if (!opened.has(key)) opened.set(key, await ctx.ports.subjects.find(ctx, subject));
    const facts = opened.get(key);
    return { visible: facts !== undefined, facts };
  };
}
