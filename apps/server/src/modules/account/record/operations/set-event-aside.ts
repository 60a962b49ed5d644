import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ListenerDeclaration, RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { storable } from '../../../../foundation/text/storable.ts';
import { eventsAfterCursor, insertDeadLetter, moveCursor } from '../repository.ts';
import { toRecordedEvent } from './deliver-events.ts';

const longestError = 2_000;

/** What went wrong at the bottom: what is thrown around it may quote the values of a statement, which are contents. */
export function reasonOf(error: unknown): string {
  let found = error;
  while (found instanceof Error && found.cause !== undefined) found = found.cause;
  const words = found instanceof Error ? `${found.name}: ${found.message}` : String(found);
  return storable(words.slice(0, longestError)).text;
}

/**
 * Lets a listener go on after the event it failed at so often, and keeps that as a dead letter.
 * @returns the event, or undefined where another process has got past it meanwhile
 */
export async function setEventAside(
  ctx: Ctx,
  listener: ListenerDeclaration,
  { error, tries }: { error: unknown; tries: number },
): Promise<RecordedEvent | undefined> {
  const { organizationId, tx } = ctx;
  const {
    rows: [row],
  } = await eventsAfterCursor(tx, organizationId, listener.name, 1);
  if (!row || !listener.events.some(({ type }) => type === row.type)) return undefined;
  await insertDeadLetter(tx, {
    organizationId,
    id: ctx.newId(),
    listener: listener.name,
    eventId: row.id,
    eventType: row.type,
    error: reasonOf(error),
    tries,
    createdAt: ctx.clock.now(),
  });
  await moveCursor(tx, organizationId, listener.name, row);
  return toRecordedEvent(row);
}
