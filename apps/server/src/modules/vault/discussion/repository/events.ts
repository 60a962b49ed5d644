import { and, desc, eq, gte, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { profile } from '../../../account/identity/schema.ts';
import { event } from '../../../account/record/schema.ts';
import { prompt } from '../../prompts/schema.ts';

export type EventRow = Pick<
  typeof event.$inferSelect,
  'id' | 'type' | 'at' | 'actorPerson' | 'subjectKind' | 'subjectId' | 'payload'
>;

export interface EventFilter {
  promptId: string | undefined;
  personId: string | undefined;
  kind: string | undefined;
  since: Date | undefined;
  until: Date | undefined;
  /** As `sortKey` makes them. */
  words: string | undefined;
  /** The id of the last one seen; ids are in the order of time. */
  before: string | undefined;
  limit: number;
}

/** Entries of the log for people, the newest first. A run is told by its end alone. */
export async function listEvents(
  { tx }: Pick<Ctx, 'tx'>,
  organizationId: string,
  filter: EventFilter,
): Promise<EventRow[]> {
  const { promptId, personId, kind, since, until, words, before, limit } = filter;
  return tx
    .select({
      id: event.id,
      type: event.type,
      at: event.at,
      actorPerson: event.actorPerson,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      payload: event.payload,
    })
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        eq(event.audit, true),
        ne(event.type, 'run.started'),
        promptId === undefined
          ? undefined
          : or(
              and(eq(event.subjectKind, 'prompt'), eq(event.subjectId, promptId)),
              sql`${event.payload} ->> 'promptId' = ${promptId}`,
            ),
        personId === undefined ? undefined : eq(event.actorPerson, personId),
        kind === undefined ? undefined : sql`${event.type} like ${`${kind.replace(/_/g, '\\_')}.%`}`,
        since ? gte(event.at, since) : undefined,
        until ? lte(event.at, until) : undefined,
        words === undefined ? undefined : holds(organizationId, words),
        before === undefined ? undefined : lt(event.id, before),
      ),
    )
    .orderBy(desc(event.id))
    .limit(limit);
}

const holds = (organizationId: string, words: string) => {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    sql`exists (select 1 from ${prompt} p where p.organization_id = ${organizationId} and ${event.subjectKind} = 'prompt' and p.id::text = ${event.subjectId} and p.title_sort like ${pattern})`,
    sql`exists (select 1 from ${profile} f where f.user_id = ${event.actorPerson} and lower(f.name) like ${pattern})`,
  );
};
