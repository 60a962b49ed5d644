import type { PromptVisibility } from '@promptvault/contract/vault/prompts/shapes';
import { ImportError } from '@promptvault/contract/vault/transfer/errors';
import type { ColumnMapping } from '@promptvault/importers';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { takeUse, useLimitsOf } from '../../../account/billing/index.ts';
import { type Organization, openOrganization } from '../../../account/organizations/index.ts';
import { createPrompts, findKnownTexts } from '../../prompts/index.ts';
import { ImportCompleted } from '../events.ts';
import { type ImportRow, insertImport } from '../repository.ts';
import { type CsvPrompts, readCsvPrompts } from './read-csv-prompts.ts';

export interface ImportCsv {
  csv: string;
  fileName: string;
  mapping?: ColumnMapping | undefined;
  tags: string[];
  visibility: PromptVisibility;
  publish: boolean;
  skipKnown: boolean;
}

/**
 * Makes a prompt of each row, each with version 1.
 * @throws import.unreadable, import.too_many, limit.reached, auth.forbidden without the right to publish when asked to
 */
export async function importCsv(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.import'>,
  input: ImportCsv,
): Promise<ImportRow> {
  const read = readCsvPrompts(input.csv, input.mapping);
  refuseUnreadable(read);
  const known = input.skipKnown ? await findKnownTexts(ctx, read.prompts) : [];
  const fresh = read.prompts.filter((_, index) => !known[index]);
  if (input.publish) await openOrganization(ctx, {}, 'prompt.publish');
  const importId = ctx.newId();
  await createPrompts(
    ctx,
    await openOrganization(ctx, {}, 'prompt.create'),
    fresh.map(({ title, description, tags, document }) => ({
      title,
      description,
      tags: [...tags, ...input.tags],
      visibility: input.visibility,
      document,
      commit: true,
      message: input.fileName ? `Imported from ${input.fileName}` : 'Imported',
      publish: input.publish,
      importId,
    })),
  );
  const skipped = read.refused + read.prompts.length - fresh.length;
  const row = await insertImport(ctx, {
    organizationId: ctx.organizationId,
    id: importId,
    source: 'csv',
    fileName: input.fileName,
    startedBy: personOf(ctx.actor),
    created: fresh.length,
    skipped,
    problems: read.problems,
    createdAt: ctx.clock.now(),
  });
  const facts = { source: 'csv', created: fresh.length, skipped };
  await ctx.emit(ImportCompleted, { kind: 'import_session', id: importId }, facts);
  await ctx.jobs.send('record.tend_database', {}, { singletonKey: 'tend' });
  await takeUse(ctx, await useLimitsOf(ctx), { measure: 'upload' });
  return row;
}

function refuseUnreadable({ prompts, problems }: CsvPrompts): void {
  const reason = problems.find(({ severity }) => severity === 'error')?.message ?? 'it holds no prompts.';
  if (prompts.length === 0) throw ImportError.unreadable({ reason });
}
