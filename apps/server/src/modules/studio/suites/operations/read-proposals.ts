import { type CaseInput, caseInput } from '@promptvault/contract/studio/cases/shapes';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import { type CaseProposalsView, mostProposals } from '@promptvault/contract/studio/suites/shapes';
import { canonicalJson } from '@promptvault/document';
import { objectsIn } from '@promptvault/document/techniques';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { type CaseSetRow, listSameValues } from '../../cases/index.ts';
import { readRunOutcome } from '../../runs/index.ts';

/** What a model answered as cases, also while it is still writing; nothing is stored. @throws auth.forbidden, resource.not_found */
export async function getProposals(
  ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.write'>,
  { runId }: { runId: string },
): Promise<CaseProposalsView> {
  const { status, output, error, microDollars } = await readRunOutcome(ctx, runId);
  const { cases, problems } = status === 'finished' ? readProposals(output) : readWhole(output);
  if (isRunOver(status) && status !== 'finished')
    problems.push(error?.message ?? 'The run was ended before its answer was whole.');
  const duplicates = await findDuplicates(ctx, set, cases);
  return { runId, status, cases, duplicates, problems, microDollars };
}

const keyOf = (values: unknown) => canonicalJson(values).toLowerCase();

/** Proposals that ask what another case asks already: one of the set, or one that was proposed before it. */
async function findDuplicates(
  ctx: Ctx,
  set: CaseSetRow,
  cases: readonly CaseInput[],
): Promise<CaseProposalsView['duplicates']> {
  const same = await listSameValues(
    ctx,
    set,
    cases.map(({ values }) => values),
  );
  const known = new Map(same.map(({ name, values }) => [keyOf(values), name]));
  return cases.flatMap(({ name, values }, index) => {
    const key = keyOf(values);
    const of = known.get(key);
    if (of !== undefined) return [{ index, of }];
    known.set(key, name);
    return [];
  });
}

const longestAnswer = 1_000_000;
const mostWords = 20;

type Read = Pick<CaseProposalsView, 'cases' | 'problems'>;

/** The cases that are whole in an answer that is not; what is wrong with others is said at its end. */
export function readWhole(output: string): Read {
  const whole = wholeObjects(output.slice(0, longestAnswer)).filter(isRecord).slice(0, mostProposals);
  const parsed = whole.map((given, index) => caseInput.safeParse(toInput(given, index)));
  return { cases: parsed.flatMap(({ data }) => (data ? [data] : [])), problems: [] };
}

/** Objects that are closed, of the first list in a text that may break off anywhere. */
function wholeObjects(text: string): unknown[] {
  const found: unknown[] = [];
  let [depth, from, quoted, index] = [0, -1, false, text.indexOf('[') + 1];
  if (index === 0) return found;
  for (; index < text.length && depth >= 0; index++) {
    const sign = text[index] as string;
    if (quoted) {
      if (sign === '\\') index++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') {
      if (depth++ === 0) from = index;
    } else if ((sign === '}' || sign === ']') && --depth === 0) {
      try {
        found.push(JSON.parse(text.slice(from, index + 1)));
      } catch {
        return found; // No JSON from here on: the whole answer says what is wrong.
      }
    }
  }
  return found;
}

/** Never throws for what a model said: what is no case is told. */
export function readProposals(output: string): Read {
  const list = listIn(output.slice(0, longestAnswer));
  if (!list) {
    // Cut off at its longest, or broken somewhere: what was whole before it was paid for as well.
    const { cases } = readWhole(output);
    const problem =
      cases.length > 0
        ? 'The answer broke off before its end: only the cases before that are here.'
        : 'The model did not answer with cases as JSON. Ask it again, or another one.';
    return { cases, problems: [problem] };
  }
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

/** The cases of the last object that has some, or of a list; fences and words around it do not matter. */
function listIn(text: string): unknown[] | undefined {
  const given = objectsIn(text).findLast(({ cases }) => Array.isArray(cases));
  if (Array.isArray(given?.cases)) return given.cases;
  try {
    const read: unknown = JSON.parse(text.slice(text.indexOf('['), text.lastIndexOf(']') + 1));
    return Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
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
