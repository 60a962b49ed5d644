import { ToolSecretError } from '@promptvault/contract/studio/secrets/errors';
import type { createSecretBody } from '@promptvault/contract/studio/secrets/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { secretCreatedEvent } from '../events.ts';
import type { OrganizationSecrets } from '../open.ts';
import { insertSecret, listSecretRows } from '../repository.ts';
import { type UsedSecret, withUses } from './list-secrets.ts';
import { sealValue } from './seal-value.ts';

export type CreateSecret = z.output<typeof createSecretBody>;

const mostSecrets = 100;

/** @throws tool_secret.name_taken, tool_secret.too_many */
export async function createSecret(
  ctx: Ctx,
  { organizationId }: Authorized<OrganizationSecrets, 'secret.manage'>,
  { name, value, origins: given }: CreateSecret,
): Promise<UsedSecret> {
  if ((await listSecretRows(ctx.tx, organizationId)).length >= mostSecrets)
    throw ToolSecretError.too_many({ most: mostSecrets });
  const now = ctx.clock.now();
  const place = { organizationId, id: ctx.newId() };
  const origins = [...new Set(given)];
  const row = await insertSecret(ctx.tx, {
    ...place,
    name,
    sealedValue: sealValue(ctx.ports.secrets, place, value),
    origins,
    createdBy: personOf(ctx.actor),
    replacedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  if (!row) throw ToolSecretError.name_taken({ name });
  await ctx.emit(secretCreatedEvent, { kind: 'secret', id: row.id }, { name, origins });
  return withUses(ctx, row);
}
