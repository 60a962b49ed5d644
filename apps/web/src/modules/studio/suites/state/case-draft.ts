/** A case as its form holds it. */
import type { DocumentVariable } from '@promptvault/document';
import { type Assertion, findAssertionFault } from '@promptvault/document/assertions';
import type { NewCase, TestCase } from '../api/cases.ts';
import { t } from './case-messages.ts';
import { entriesOf, type ValueEntry, valuesOf } from './case-values.ts';

export interface CaseDraft {
  name: string;
  entries: readonly ValueEntry[];
  expected: string;
  tags: string;
  weight: string;
  required: boolean;
  passScore: string;
  assertions: readonly Assertion[];
}

type Given = Partial<
  Pick<TestCase, 'name' | 'values' | 'expected' | 'tags' | 'weight' | 'required' | 'passScore'>
> & {
  assertions?: unknown;
};

export const caseDraftOf = (known: Given | undefined, variables: readonly DocumentVariable[]): CaseDraft => ({
  name: known?.name ?? '',
  entries: entriesOf(known?.values ?? {}, variables),
  expected: known?.expected ?? '',
  tags: known?.tags?.join(', ') ?? '',
  weight: String(known?.weight ?? 1),
  required: known?.required ?? false,
  passScore:
    known?.passScore === null || known?.passScore === undefined
      ? ''
      : String(Number((known.passScore * 100).toFixed(4))),
  assertions: (known?.assertions as Assertion[] | undefined) ?? [],
});

/** What is sent, and what is wrong by field: `value:topic`, `assertion:0`, `name`. */
export function caseBodyOf(
  draft: CaseDraft,
  variables: readonly DocumentVariable[],
  known: Given | undefined,
): { body: NewCase; faults: Record<string, string> } {
  const { values, faults: ofValues } = valuesOf(draft.entries, variables, known?.values ?? {});
  const faults: Record<string, string> = {};
  if (draft.name.trim() === '') faults.name = t('needName');
  for (const [name, fault] of Object.entries(ofValues)) faults[`value:${name}`] = fault;
  for (const [index, assertion] of draft.assertions.entries()) {
    const fault = faultOf(assertion);
    if (fault) faults[`assertion:${index}`] = fault;
  }
  const weight = Number(draft.weight.trim().replace(',', '.') || '1');
  if (!(weight >= 0 && weight <= 1_000)) faults.weight = t('notInRange', { from: 0, to: '1,000' });
  const percent = draft.passScore.trim() === '' ? null : Number(draft.passScore.trim().replace(',', '.'));
  if (percent !== null && !(percent >= 0 && percent <= 100))
    faults.passScore = t('notInRange', { from: 0, to: 100 });
  const body = {
    name: draft.name,
    values: values as NewCase['values'],
    expected: draft.expected === '' ? null : draft.expected,
    tags: draft.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    assertions: [...draft.assertions] as NewCase['assertions'],
    weight,
    required: draft.required,
    passScore: percent === null ? null : percent / 100,
  };
  return { body, faults };
}

/** What an assertion lacks before it can be held against an answer. */
function faultOf(assertion: Assertion): string | undefined {
  if (assertion.transform === '') return t('needCode');
  switch (assertion.kind) {
    case 'contains':
      return assertion.values.some((text) => text !== '') ? undefined : t('needTexts');
    case 'regex':
      return assertion.pattern === '' ? t('needPattern') : writtenFault(assertion);
    case 'json_path':
      return assertion.path === '' ? t('needPath') : writtenFault(assertion);
    case 'json_schema':
      return writtenFault(assertion);
    case 'finish_reason':
      return assertion.reasons.length === 0 ? t('needReasons') : undefined;
    case 'javascript':
      return assertion.code === '' ? t('needCode') : undefined;
    case 'meaning':
      return assertion.model.connectionId === '' || assertion.model.model === ''
        ? t('needEmbedding')
        : undefined;
    case 'judged':
      return assertion.rubric === '' || assertion.judges.length === 0 ? t('needJudges') : undefined;
    default:
      return undefined;
  }
}

/** What the server would refuse, with its place where the field alone does not say it. */
function writtenFault(assertion: Assertion): string | undefined {
  const fault = findAssertionFault(assertion);
  if (!fault) return undefined;
  const place = fault.path.slice(1).join('/');
  return place === '' ? fault.message : t('faultAt', { place, fault: fault.message });
}
