import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { Prompt } from '../open.ts';
import { listVersionRows } from '../repository/versions.ts';
import { type LabelledVersionSummary, labelsByVersion } from './labelled-version.ts';

export interface ListVersions {
  cursor?: string | undefined;
  limit: number;
  branch?: string | undefined;
}

export async function listVersions(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { cursor, limit, branch }: ListVersions,
): Promise<{ rows: LabelledVersionSummary[]; nextCursor: string | null }> {
  const key = decodeCursor(cursor, 'number')?.key ?? null;
  const before = key === null ? null : Math.min(Math.max(Math.trunc(Number(key)), 0), 2_147_483_647);
  const rows = await listVersionRows(ctx, prompt.id, { branch, before, limit: limit + 1 });
  const labels = await labelsByVersion(ctx, prompt);
  return pageOf(
    rows.map((row) => ({ ...row, labels: labels.get(row.number) ?? [] })),
    limit,
    (row) => ({ key: row.number, id: row.id }),
  );
}
