import type { Assertion, AssertionKind } from '@promptvault/document/assertions';

const common = { weight: 1, required: true, not: false };

/** Kinds in the order they are offered: what is asked most often stands first. */
export const assertionKinds = [
  'contains',
  'equals',
  'starts_with',
  'ends_with',
  'regex',
  'json',
  'json_schema',
  'json_path',
  'number',
  'similarity',
  'meaning',
  'judged',
  'javascript',
  'latency',
  'cost',
  'tokens',
  'finish_reason',
  'no_secrets',
] as const satisfies readonly AssertionKind[];

/** Ways an answer ends, in the order they are offered. */
export const finishReasons = [
  'stop',
  'length',
  'tool_calls',
  'content_filter',
  'refusal',
  'other',
] as const satisfies Extract<Assertion, { kind: 'finish_reason' }>['reasons'];

const first: { [Kind in AssertionKind]: Extract<Assertion, { kind: Kind }> } = {
  equals: { kind: 'equals', value: null, ignoreCase: false, ...common },
  contains: { kind: 'contains', values: [], mode: 'all', ignoreCase: true, ...common },
  starts_with: { kind: 'starts_with', value: null, ignoreCase: false, ...common },
  ends_with: { kind: 'ends_with', value: null, ignoreCase: false, ...common },
  regex: { kind: 'regex', pattern: '', flags: '', ...common },
  json: { kind: 'json', ...common },
  json_schema: { kind: 'json_schema', schema: { type: 'object' }, ...common },
  json_path: { kind: 'json_path', path: '$', operator: 'exists', value: null, ...common },
  number: { kind: 'number', value: null, tolerance: 0, relative: false, ...common },
  similarity: { kind: 'similarity', value: null, measure: 'words', atLeast: 0.8, ...common },
  meaning: { kind: 'meaning', value: null, model: { connectionId: '', model: '' }, atLeast: 0.8, ...common },
  no_secrets: { kind: 'no_secrets', ...common },
  latency: { kind: 'latency', atMostMs: 5_000, ...common },
  cost: { kind: 'cost', atMostMicroDollars: 10_000, ...common },
  tokens: { kind: 'tokens', of: 'output', atMost: 500, ...common },
  finish_reason: { kind: 'finish_reason', reasons: ['stop'], ...common },
  javascript: { kind: 'javascript', code: 'return output.length < 1000;', ...common },
  judged: { kind: 'judged', rubric: '', judges: [], combine: 'majority', atLeast: 0.5, ...common },
};

/** An assertion of this kind as a form begins with; what all kinds share is taken over. */
export const newAssertion = (kind: AssertionKind, from?: Assertion): Assertion => ({
  ...first[kind],
  ...(from && { weight: from.weight, required: from.required, not: from.not }),
  ...(from?.transform !== undefined && { transform: from.transform }),
});
