import type { ColumnMapping } from '@promptvault/importers';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { findKnownTexts } from '../../prompts/index.ts';
import { type CsvPrompts, readCsvPrompts } from './read-csv-prompts.ts';

export interface CsvPreview extends CsvPrompts {
  known: boolean[];
}

/** Reads the file as an import would, and changes nothing. @throws import.too_many */
export async function previewCsvImport(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.import'>,
  { csv, mapping }: { csv: string; mapping?: ColumnMapping | undefined },
): Promise<CsvPreview> {
  const read = readCsvPrompts(csv, mapping);
  return { ...read, known: await findKnownTexts(ctx, read.prompts) };
}
