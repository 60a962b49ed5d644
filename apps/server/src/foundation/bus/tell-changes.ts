import type { Ctx } from '../context/ctx.ts';

/** Publishes on the bus once the transaction is committed. The message begins with the organization. */
export function tellChanges(ctx: Ctx, topic: string, ...ids: string[]): void {
  const { bus, log } = ctx.ports;
  const message = [ctx.organizationId, ...ids];
  ctx.afterCommit(() => {
    bus
      .publish(topic, message)
      .catch((error) => log.warn('the bus could not tell of a change', { topic, error }));
  });
}
