import { type CaseInput, caseInput } from '@promptvault/contract/studio/cases/shapes';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import { type CaseProposalsView, mostProposals } from '@promptvault/contract/studio/suites/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { CaseSetRow } from '../../cases/index.ts';
import { readRunOutcome } from '../../runs/index.ts';

/** What a model answered as cases; nothing is stored. @throws auth.forbidden, resource.not_found */
export async function getProposals(
  ctx: Ctx,
  _set: Authorized<CaseSetRow, 'case.write'>,
  { runId }: { runId: string },
): Promise<CaseProposalsView> {
  const { status, output, error } = await readRunOutcome(ctx, runId);
  if (!isRunOver(status)) return { runId, status, cases: [], problems: [] };
  if (status === 'finished') return { runId, status, ...readProposals(output) };
  const reason = error?.message ?? 'The run was ended before its answer was whole.';
  return { runId, status, cases: [], problems: [reason] };
}

const longestAnswer = 1_000_000;
const mostWords = 20;

type Read = Pick<CaseProposalsView, 'cases' | 'problems'>;

/** Never throws for what a model said: what is no case is told. */
export function readProposals(output: string): Read {
  const list = listIn(output.slice(0, longestAnswer));
  if (!list)
    return {
      cases: [],
      problems: ['The model did not answer with cases as JSON. Ask it again, or another one.'],
    };
  const read: Read = { cases: [], problems: [] };
  for (const [index, given] of list.slice(0, mostProposals).entries()) {
    const parsed = caseInput.safeParse(toInput(given, index));
    if (parsed.success) read.cases.push(parsed.data);
    else {
      const [issue] = parsed.error.issues;
      read.problems.push(`Case ${index + 1} is left out (${issue?.path.join('.')}): ${issue?.message}`);
    }
  }
  if (list.length > mostProposals)
    read.problems.push(`The first ${mostProposals} of ${list.length} cases are shown.`);
  return read;
}

/** The cases of the first object or list in what was said; fences and words around it do not matter. */
function listIn(text: string): unknown[] | undefined {
  for (const [open, close] of ['{}', '[]']) {
    try {
      const read: unknown = JSON.parse(
        text.slice(text.indexOf(open as string), text.lastIndexOf(close as string) + 1),
      );
      if (Array.isArray(read)) return read;
      if (isRecord(read) && Array.isArray(read.cases)) return read.cases;
    } catch {
      // Not this one: the other is looked at, and then it is said that there is none.
    }
  }
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const clean = (text: string, most: number) => text.replaceAll('\0', '').slice(0, most).toWellFormed();
const oneLine = (value: unknown, most: number): string =>
  typeof value === 'string' ? clean(value.replace(/\s+/gu, ' ').trim(), most) : '';

function toInput(given: unknown, index: number): Partial<CaseInput> {
  const { name, values, expected, mustContain } = isRecord(given) ? given : {};
  const words = (Array.isArray(mustContain) ? mustContain : [])
    .filter((word): word is string => typeof word === 'string' && word.trim() !== '')
    .slice(0, mostWords)
    .map((word) => clean(word, 1_000));
  return {
    name: oneLine(name, 200) || `Proposal ${index + 1}`,
    values: (isRecord(values) ? values : {}) as CaseInput['values'],
    expected: typeof expected === 'string' && expected !== '' ? clean(expected, 100_000) : null,
    tags: ['generated'],
    assertions: (words.length === 0
      ? []
      : [{ kind: 'contains', values: words, ignoreCase: true }]) as CaseInput['assertions'],
  };
}
