/** A row of a CSV file as a test: what columns with two underscores mean, and assertions in one text. */
import { readQuotedList } from '../quoted-list.ts';
import type { Losses } from './losses.ts';
import { oneLine, type Plain } from './shape.ts';

const shape =
  /^(not-)?([a-z][a-z0-9-]{1,40}(?::[a-z0-9-]{1,30})?)(?:\((\d{1,9}(?:\.\d{1,9})?)\))?(?::([\s\S]*))?$/;

/** Kinds an assertion in a text may begin with; any other text is what the answer has to equal. */
const kinds = new Set([
  ...['equals', 'contains', 'icontains', 'contains-all', 'contains-any', 'icontains-all', 'icontains-any'],
  ...[
    'starts-with',
    'ends-with',
    'regex',
    'is-json',
    'contains-json',
    'is-html',
    'contains-html',
    'is-sql',
    'contains-sql',
  ],
  ...[
    'is-xml',
    'contains-xml',
    'latency',
    'cost',
    'levenshtein',
    'rouge-n',
    'bleu',
    'gleu',
    'meteor',
    'similar',
    'word-count',
  ],
  ...[
    'perplexity',
    'perplexity-score',
    'is-refusal',
    'classifier',
    'moderation',
    'webhook',
    'ruby',
    'factuality',
    'g-eval',
  ],
  ...[
    'model-graded-closedqa',
    'model-graded-factuality',
    'answer-relevance',
    'context-recall',
    'context-relevance',
  ],
  ...[
    'context-faithfulness',
    'conversation-relevance',
    'select-best',
    'max-score',
    'pi',
    'guardrails',
    'finish-reason',
  ],
  ...[
    'is-valid-function-call',
    'is-valid-openai-function-call',
    'is-valid-openai-tools-call',
    'tool-call-f1',
    'search-rubric',
  ],
  ...['similar:cosine', 'similar:dot', 'similar:euclidean'],
]);
const needThreshold = new Set([
  'answer-relevance',
  'context-faithfulness',
  'context-recall',
  'context-relevance',
  'rouge-n',
  'levenshtein',
]);

export function assertionOfText(text: string): Plain {
  const given = text.trim();
  const [, prefix = '', rest = ''] =
    /^(javascript|fn|eval|grade|llm-rubric|python):([\s\S]*)$/.exec(given) ?? [];
  if (prefix === 'python') return { type: 'python', value: rest.trim() };
  if (prefix === 'grade' || prefix === 'llm-rubric') return { type: 'llm-rubric', value: rest.trim() };
  if (prefix !== '') return { type: 'javascript', value: rest.trim() };
  if (/^file:\/\/.*\.py(?::\w+)?$/.test(given)) return { type: 'python', value: given };
  if (/^file:\/\/.*\.(?:m?js|cjs|ts)(?::\w+)?$/.test(given)) return { type: 'javascript', value: given };
  const [, not = '', type = '', threshold, value] = shape.exec(given) ?? [];
  if (!kinds.has(type)) return { type: 'equals', value: text };
  const least =
    threshold === undefined
      ? needThreshold.has(type)
        ? 0.75
        : type.startsWith('similar')
          ? 0.8
          : undefined
      : Number(threshold);
  // The limit of these may stand behind the colon.
  const limit = type === 'latency' || type === 'cost' ? (least ?? Number(value)) : least;
  return {
    type: `${not}${type}`,
    ...(value === undefined
      ? {}
      : { value: /-(?:all|any)$/.test(type) ? readQuotedList(value) : value.trim() }),
    ...(limit === undefined ? {} : { threshold: limit }),
  };
}

export function rowTest(
  columns: readonly string[],
  fields: readonly string[],
  losses: Losses,
  where: string,
): Plain {
  const vars: Plain = {};
  const metadata: Plain = {};
  const options: Plain = {};
  const test: Plain = {};
  const asserts = new Map<string, Plain>();
  const configs: { of: string; key: string; value: string }[] = [];
  let metric = false;
  for (const [index, column] of columns.entries()) {
    const value = fields[index] ?? '';
    const config = /^__config:(__expected\d*):(\w+)$/.exec(column);
    if (column === '') continue;
    if (config) configs.push({ of: config[1] as string, key: config[2] as string, value });
    else if (/^__expected\d*$/.test(column)) {
      if (value.trim() !== '') asserts.set(column, assertionOfText(value));
    } else if (column === '__prefix' || column === '__suffix') options[column.slice(2)] = value;
    else if (column === '__description') test.description = value;
    else if (column === '__threshold') {
      if (value.trim() !== '') test.threshold = Number(value);
    } else if (column.startsWith('__metadata:')) {
      const key = column.slice('__metadata:'.length);
      if (value !== '')
        metadata[key.replace(/\[\]$/, '')] = key.endsWith('[]')
          ? value.split(/(?<!\\),/).map((one) => one.replaceAll('\\,', ',').trim())
          : value;
    } else if (column === '__metric') metric ||= value !== '';
    else if (column.startsWith('__'))
      losses.tell(
        'warning',
        'csv',
        `The column “${oneLine(column, 60)}” is left out.`,
        where.replace(/, line.*$/, ''),
      );
    else Object.defineProperty(vars, column, { value, enumerable: true, configurable: true, writable: true });
  }
  if (metric) losses.tell('info', 'metric', 'Names of metrics are left out.');
  for (const { of, key, value } of configs)
    for (const [name, assertion] of asserts)
      if (value.trim() !== '' && (of === '__expected' || of === name))
        assertion[key] = key === 'threshold' ? Number(value) : value;
  return { ...test, vars, assert: [...asserts.values()], options, metadata };
}
