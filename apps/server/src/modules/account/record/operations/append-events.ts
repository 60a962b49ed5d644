import type { Actor } from '../../../../foundation/context/actor.ts';
import { actorName, personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { EventDeclaration } from '../../../../foundation/context/define-event.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { wakeListeners } from '../../../../foundation/module/wake-listeners.ts';
import { insertEvents } from '../repository.ts';
import { toRecordedEvent } from './deliver-events.ts';

/**
 * Appends events in the transaction of what they tell, and wakes the listeners once that is committed. What is wrong with
 * a payload is thrown; what the database says of them comes with the promise.
 */
export function appendEvents(
  ctx: Ctx<Actor>,
  declaration: EventDeclaration,
  all: readonly { subject: { kind: string; id: string }; payload: unknown }[],
): Promise<RecordedEvent[]> {
  const at = ctx.clock.now();
  const rows = all.map(({ subject, payload }) => ({
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    type: declaration.type,
    version: declaration.version,
    actor: actorName(ctx.actor),
    actorPerson: personOf(ctx.actor),
    subjectKind: subject.kind,
    subjectId: subject.id,
    payload: declaration.payload.parse(payload),
    audit: declaration.audit,
    requestId: ctx.request.id,
    address: ctx.request.address,
    at,
  }));
  ctx.afterCommit(() => wakeListeners(ctx.ports, ctx.organizationId, declaration.type));
  return insertEvents(ctx.tx, rows).then((inserted) => inserted.map(toRecordedEvent));
}
