import type { CaseSetView, TestCaseView } from '@promptvault/contract/studio/cases/shapes';
import type { PersonRef } from '@promptvault/contract/values';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { namePeople } from '../../account/organizations/index.ts';
import type { ImportedCases, PreviewedCases } from './operations/case-csv.ts';
import type { AddedCases } from './operations/change-cases.ts';
import type { CaseRow, CaseSetRow, ExampleRow } from './repository.ts';

const setView = (row: CaseSetRow, people: ReadonlyMap<string, PersonRef>): CaseSetView => ({
  id: row.id,
  promptId: row.promptId,
  name: row.name,
  version: row.version,
  cases: row.cases,
  createdBy: row.createdBy === null ? null : (people.get(row.createdBy) ?? null),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  revision: row.revision,
});

export const toCaseSet = async (row: CaseSetRow, ctx: Ctx): Promise<CaseSetView> =>
  setView(row, await namePeople(ctx, [row.createdBy]));

export async function toCaseSetPage(
  { rows, nextCursor }: { rows: CaseSetRow[]; nextCursor: string | null },
  ctx: Ctx,
) {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.createdBy),
  );
  return { items: rows.map((row) => setView(row, people)), nextCursor };
}

export const toCase = (row: CaseRow): TestCaseView => ({
  id: row.caseId,
  caseSetId: row.caseSetId,
  position: row.position,
  name: row.name,
  values: row.values as TestCaseView['values'],
  expected: row.expected,
  tags: row.tags,
  assertions: row.assertions,
  weight: row.weight,
  required: row.required,
  passScore: row.passScore,
  revision: row.revision,
});

export const toCasePage = ({ rows, nextCursor }: { rows: CaseRow[]; nextCursor: string | null }) => ({
  items: rows.map(toCase),
  nextCursor,
});

export const toExampleCasePage = ({
  rows,
  nextCursor,
}: {
  rows: ExampleRow[];
  nextCursor: string | null;
}) => ({
  items: rows.map(({ caseId: id, name, values, expected }) => ({
    ...{ id, name, expected },
    values: values as TestCaseView['values'],
  })),
  nextCursor,
});

export const toAddedCases = async ({ set, rows }: AddedCases, ctx: Ctx) => ({
  set: await toCaseSet(set, ctx),
  cases: rows.map(toCase),
});

export const toImportedCases = async ({ set, ...rest }: ImportedCases, ctx: Ctx) => ({
  set: await toCaseSet(set, ctx),
  ...rest,
});

export const toPreviewedCases = (previewed: PreviewedCases) => previewed;
export const toExport = (exported: { fileName: string; csv: string }) => exported;
export const toNothing = () => undefined;
