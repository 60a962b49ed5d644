import type { SecretView } from '@promptvault/contract/studio/secrets/shapes';
import { secretsNamedBy } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findToolsWith } from '../../../vault/prompts/index.ts';
import type { OrganizationSecrets } from '../open.ts';
import { listSecretRows, type SecretRow } from '../repository.ts';

/** A secret, and the prompts the actor sees whose newest version names it. */
export interface UsedSecret {
  row: SecretRow;
  usedBy: SecretView['usedBy'];
}

export async function listSecrets(
  ctx: Ctx,
  { organizationId }: Authorized<OrganizationSecrets, 'secret.read'>,
): Promise<UsedSecret[]> {
  const rows = await listSecretRows(ctx.tx, organizationId);
  if (rows.length === 0) return [];
  const uses = await usesOf(ctx, '{{secret:');
  return rows.map((row) => ({ row, usedBy: uses.get(row.name) ?? [] }));
}

export async function withUses(ctx: Ctx, row: SecretRow): Promise<UsedSecret> {
  const uses = await usesOf(ctx, `{{secret:${row.name}}}`);
  return { row, usedBy: uses.get(row.name) ?? [] };
}

/** Prompts whose tools hold this text, by the secrets their headers name. */
async function usesOf(ctx: Ctx, text: string): Promise<Map<string, SecretView['usedBy']>> {
  const uses = new Map<string, SecretView['usedBy']>();
  for (const { promptId, title, tools } of await findToolsWith(ctx, text))
    for (const name of new Set(tools.flatMap(({ implementation }) => secretsNamedBy(implementation))))
      uses.set(name, [...(uses.get(name) ?? []), { promptId, title }]);
  return uses;
}
