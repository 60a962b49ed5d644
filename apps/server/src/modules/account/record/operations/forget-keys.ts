import type { JobWork } from '../../../../foundation/module/define-module.ts';
import { deleteIdempotencyRecordsBefore, organizationsWithOldKeys } from '../repository.ts';

const lifetimeMs = 24 * 60 * 60_000;

/** Forgets idempotency keys after a day. */
export async function forgetKeys({ ports, db }: JobWork): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - lifetimeMs);
  const nowhere = { organizationId: null, userId: null };
  const organizations = await db.tenant(nowhere, (tx) => organizationsWithOldKeys(tx, before));
  for (const organizationId of organizations)
    await ports.within({ organizationId, job: 'record.forget_keys', onBehalfOf: null }, (ctx) =>
      deleteIdempotencyRecordsBefore(ctx.tx, organizationId, before),
    );
}
