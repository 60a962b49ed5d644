import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findSecretsByName } from '../repository.ts';
import { openValue } from './seal-value.ts';

/** The value of a secret, for the header of one call. Keep it in no row, log or event. */
export interface HeaderSecret {
  value: string;
  /** The only places it may be sent to. */
  origins: readonly string[];
}

/**
 * For runs: the secrets of the organization by their names; names of none are left out. Whoever may run a prompt may
 * have its tools called, so no permission is asked for: the value goes nowhere but to its origins.
 * @throws secret.key_missing, secret.damaged
 */
export async function readSecrets(ctx: Ctx, names: readonly string[]): Promise<Map<string, HeaderSecret>> {
  const rows = await findSecretsByName(ctx.tx, ctx.organizationId, names);
  return new Map(
    rows.map((row) => [row.name, { value: openValue(ctx.ports.secrets, row), origins: row.origins }]),
  );
}
