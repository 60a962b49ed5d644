import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ListenerDeclaration, RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { type EventRow, eventsAfterCursor, moveCursor, passCursors } from '../repository.ts';

export const toRecordedEvent = (row: EventRow): RecordedEvent => ({
  id: row.id,
  organizationId: row.organizationId,
  seq: String(row.seq),
  type: row.type,
  version: row.version,
  actor: row.actor,
  subject: { kind: row.subjectKind, id: row.subjectId },
  payload: row.payload,
  at: row.at,
});

/**
 * Gives one listener the next events of the organization, at most so many, in order, in one transaction with its
 * cursor: after a crash they are given again.
 */
export async function deliverEvents(
  ctx: Ctx,
  listener: ListenerDeclaration,
  most: number,
): Promise<'more' | 'hidden' | 'done'> {
  const { rows, hidden } = await eventsAfterCursor(ctx.tx, ctx.organizationId, listener.name, most);
  const wanted = new Set(listener.events.map((one) => one.type));
  const events = rows.filter(({ type }) => wanted.has(type)).map(toRecordedEvent);
  if ('handle' in listener) for (const event of events) await listener.handle(ctx, event);
  else if (events.length > 0) await listener.handleAll(ctx, events);
  const last = rows.at(-1);
  if (last) await moveCursor(ctx.tx, ctx.organizationId, listener.name, last);
  if (rows.length === most) return 'more';
  return hidden ? 'hidden' : 'done';
}

/** Lets those of the listeners for whom nothing waits begin after what is there, so that nobody reads it for them again. */
export async function passEvents(ctx: Ctx, listeners: readonly ListenerDeclaration[]): Promise<void> {
  const asked = listeners.map(({ name, events }) => ({ name, types: events.map(({ type }) => type) }));
  await passCursors(ctx.tx, ctx.organizationId, asked);
}
