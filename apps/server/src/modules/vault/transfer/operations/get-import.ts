import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ImportRow } from '../repository.ts';

export const getImport = async (
  _ctx: Ctx,
  session: Authorized<ImportRow, 'prompt.import'>,
): Promise<ImportRow> => session;
