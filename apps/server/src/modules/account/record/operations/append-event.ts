import type { Actor } from '../../../../foundation/context/actor.ts';
import { actorName, personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { EventDeclaration } from '../../../../foundation/context/define-event.ts';
import { eventTopic } from '../../../../foundation/module/dispatch-events.ts';
import { insertEvent } from '../repository.ts';

/** Appends an event in the transaction of what it tells, and wakes the listeners once that is committed. */
export async function appendEvent(
  ctx: Ctx<Actor>,
  declaration: EventDeclaration,
  subject: { kind: string; id: string },
  payload: unknown,
): Promise<void> {
  await insertEvent(ctx.tx, {
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
    at: ctx.clock.now(),
  });
  const { bus, log } = ctx.ports;
  ctx.afterCommit(() => {
    bus
      .publish(eventTopic, [ctx.organizationId])
      .catch((error) => log.warn('the bus could not wake the listeners', { error }));
  });
}
