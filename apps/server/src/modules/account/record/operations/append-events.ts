import type { Actor } from '../../../../foundation/context/actor.ts';
import { actorName, personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { EventDeclaration } from '../../../../foundation/context/define-event.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { eventTopic } from '../../../../foundation/module/dispatch-events.ts';
import { insertEvents } from '../repository.ts';
import { toRecordedEvent } from './deliver-events.ts';

/** Appends events in the transaction of what they tell, and wakes the listeners once that is committed. */
export async function appendEvents(
  ctx: Ctx<Actor>,
  declaration: EventDeclaration,
  all: readonly { subject: { kind: string; id: string }; payload: unknown }[],
): Promise<RecordedEvent[]> {
  const at = ctx.clock.now();
  const rows = await insertEvents(
    ctx.tx,
    all.map(({ subject, payload }) => ({
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
    })),
  );
  const { bus, log } = ctx.ports;
  ctx.afterCommit(() => {
    bus
      .publish(eventTopic, [ctx.organizationId, declaration.type])
      .catch((error) => log.warn('the bus could not wake the listeners', { error }));
  });
  return rows.map(toRecordedEvent);
}
