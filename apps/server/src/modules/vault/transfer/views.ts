import type { PersonRef } from '@promptvault/contract/values';
import type { ImportSession } from '@promptvault/contract/vault/transfer/shapes';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { namePeople } from '../../account/organizations/index.ts';
import type { ImportedPromptfoo } from './operations/import-promptfoo.ts';
import type { CsvPreview } from './operations/preview-csv-import.ts';
import type { ReadPromptfoo } from './operations/read-promptfoo.ts';
import type { ImportRow } from './repository.ts';

const previewedRows = 20;
const previewedPrompts = 100;
const excerptLength = 300;

const toSession = (row: ImportRow, people: ReadonlyMap<string, PersonRef>): ImportSession => ({
  id: row.id,
  source: row.source,
  fileName: row.fileName,
  startedBy: row.startedBy === null ? null : (people.get(row.startedBy) ?? null),
  created: row.created,
  skipped: row.skipped,
  problems: row.problems,
  createdAt: row.createdAt.toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
  removed: row.removed,
});

export const toImport = async (row: ImportRow, ctx: Ctx): Promise<ImportSession> =>
  toSession(row, await namePeople(ctx, [row.startedBy]));

export async function toImportPage(
  { rows, nextCursor }: { rows: ImportRow[]; nextCursor: string | null },
  ctx: Ctx,
) {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.startedBy),
  );
  return { items: rows.map((row) => toSession(row, people)), nextCursor };
}

export const toPreview = ({ columns, mapping, delimiter, prompts, known, problems }: CsvPreview) => ({
  columns,
  mapping,
  delimiter,
  found: prompts.length,
  known: known.filter(Boolean).length,
  rows: prompts.slice(0, previewedRows).map(({ line, title, content, tags }, index) => ({
    line,
    title,
    excerpt: content.slice(0, excerptLength).toWellFormed(),
    tags,
    isKnown: known[index] ?? false,
  })),
  problems,
});

export const toPromptfooPreview = ({ found, problems, configs }: ReadPromptfoo) => ({
  ...found,
  configs,
  prompts: found.prompts.slice(0, previewedPrompts).map(({ title, document, cases, suites }) => ({
    title,
    excerpt: document.sections
      .map(({ text }) => text)
      .join('\n\n')
      .slice(0, excerptLength)
      .toWellFormed(),
    cases: cases.length,
    suites: suites.map(({ name }) => name),
  })),
  problems: problems.map((problem) => ({ ...problem, line: null })),
});

export const toImportedPromptfoo = async ({ session, prompts }: ImportedPromptfoo, ctx: Ctx) => ({
  session: await toImport(session, ctx),
  prompts,
});
