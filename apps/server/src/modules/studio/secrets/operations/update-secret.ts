import { ToolSecretError } from '@promptvault/contract/studio/secrets/errors';
import type { updateSecretBody } from '@promptvault/contract/studio/secrets/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { secretChangedEvent } from '../events.ts';
import { type SecretRow, updateSecretRow } from '../repository.ts';
import { type UsedSecret, withUses } from './list-secrets.ts';
import { sealValue } from './seal-value.ts';

export type UpdateSecret = z.output<typeof updateSecretBody> & { revision: number };

/** @throws request.stale, tool_secret.value_needed */
export async function updateSecret(
  ctx: Ctx,
  row: Authorized<SecretRow, 'secret.manage'>,
  { value, origins: given, revision }: UpdateSecret,
): Promise<UsedSecret> {
  const origins = given && [...new Set(given)];
  const added = origins?.find((origin) => !row.origins.includes(origin));
  // Otherwise whoever may change where it goes could have it sent to a machine of their own.
  if (added !== undefined && value === undefined) throw ToolSecretError.value_needed({ origin: added });
  const now = ctx.clock.now();
  const updated = await updateSecretRow(ctx.tx, row, revision, {
    updatedAt: now,
    ...(origins && { origins }),
    ...(value !== undefined && { sealedValue: sealValue(ctx.ports.secrets, row, value), replacedAt: now }),
  });
  if (!updated) throw RequestError.stale({ current: row.revision });
  const { id, name } = updated;
  const changed = [
    ...(value === undefined ? [] : (['value'] as const)),
    ...(origins === undefined ? [] : (['origins'] as const)),
  ];
  await ctx.emit(secretChangedEvent, { kind: 'secret', id }, { name, origins: updated.origins, changed });
  return withUses(ctx, updated);
}
