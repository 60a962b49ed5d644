/** Holds assertions against an answer. What needs time, a thread or a model is passed in. */
import type { Json } from '../json.ts';
import { findSecrets } from './find-secrets.ts';
import { type Finding, quote, said } from './finding.ts';
import { finishFinding } from './finish-reason.ts';
import { readJson } from './json-values.ts';
import { lookAt } from './look-at.ts';
import { numberIn } from './read-number.ts';
import type {
  AssertedAnswer,
  Assertion,
  AssertionResult,
  JudgedAssertion,
  MeaningAssertion,
} from './shape.ts';
import { characterSimilarity, wordSimilarity } from './similarity.ts';

export interface AssertionAids {
  /** Runs code that people wrote where it reaches nothing and ends. `reason` says in words why there is no value. */
  snippet(
    code: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<{ value: unknown } | { reason: string }>;
  /** Holds a value against a JSON schema. `reason` says in words why nothing can be said. */
  fits(
    schema: Json,
    value: Json,
  ): Promise<{ problems: readonly { path: string; message: string }[] } | { reason: string }>;
  /** How alike two texts are in meaning, 0 to 1. `reason` says in words why nobody can tell. */
  closeness(
    model: MeaningAssertion['model'],
    texts: readonly [string, string],
  ): Promise<{ closeness: number } | { reason: string }>;
  /** Asks each judge; what one could not say is told as `reason` without a score. */
  judge(assertion: JudgedAssertion, answer: AssertedAnswer): Promise<Verdict[]>;
}

export interface Verdict {
  name: string;
  /** 0 to 1; null when the judge did not say. */
  score: number | null;
  reason: string;
}

const longestReason = 1_000;

/** One result for each assertion, in their order. Never throws for what an answer, a snippet or a judge does. */
export async function evaluateAssertions(
  assertions: readonly Assertion[],
  answer: AssertedAnswer,
  aids: AssertionAids,
): Promise<AssertionResult[]> {
  const results: AssertionResult[] = [];
  const made = new Map<string, Looked>();
  for (const assertion of assertions) {
    const { transform } = assertion;
    const looked =
      transform === undefined
        ? { value: answer.output }
        : (made.get(transform) ?? (await transformed(transform, answer, aids)));
    if (transform !== undefined) made.set(transform, looked);
    results.push(toResult(assertion, await findIn(looked, { assertion, answer, aids })));
  }
  return results;
}

/** What an assertion looks at: the answer, or what its code made of it. */
type Looked = { value: unknown } | { cannot: string };

async function transformed(code: string, answer: AssertedAnswer, aids: AssertionAids): Promise<Looked> {
  const outcome = await aids.snippet(code, inputOf(answer, answer.output));
  if ('reason' in outcome) return { cannot: `The answer could not be transformed. ${outcome.reason}` };
  const { value } = outcome;
  return value === null || value === undefined
    ? { cannot: 'The answer could not be transformed: the code gave nothing.' }
    : { value };
}

interface Question {
  assertion: Assertion;
  answer: AssertedAnswer;
  aids: AssertionAids;
}

async function findIn(looked: Looked, { assertion, answer, aids }: Question): Promise<Finding> {
  if ('cannot' in looked) return looked;
  const { value } = looked;
  // Code may look into what other code made; everything else reads a text.
  if (assertion.kind === 'javascript') return evaluate(assertion.code, inputOf(answer, value), aids);
  return find(
    assertion,
    { ...answer, output: typeof value === 'string' ? value : JSON.stringify(value) },
    aids,
  );
}

const inputOf = (
  { expected, values, latencyMs, microDollars }: AssertedAnswer,
  output: unknown,
): Readonly<Record<string, unknown>> => ({
  ...{ output, expected, values, context: { vars: values }, latencyMs, microDollars },
});

function toResult({ kind, weight, required, not }: Assertion, finding: Finding): AssertionResult {
  const facts = { kind, weight, required };
  if ('cannot' in finding) return { ...facts, status: 'error', score: 0, reason: cut(finding.cannot) };
  const passed = finding.passed !== not;
  const score = not ? 1 - finding.score : finding.score;
  const reason = not ? `Turned round: ${finding.reason}` : finding.reason;
  return { ...facts, status: passed ? 'passed' : 'failed', score, reason: cut(reason) };
}

/** Code and judges say what they like; a reason is also one that can be stored. */
const cut = (text: string) =>
  (text.length > longestReason ? `${text.slice(0, longestReason - 1)}…` : text)
    .replaceAll('\0', '\uFFFD')
    .toWellFormed();

export interface CaseVerdict {
  passed: boolean;
  /** The mean of the scores by their weights; 1 without any weight. */
  score: number;
}

/**
 * A case passes when each required assertion passes and its score reaches `passScore`; where that is null, half of it when
 * nothing is required. A case without assertions passes with its answer.
 */
export function judgeCase(results: readonly AssertionResult[], passScore: number | null): CaseVerdict {
  const weight = results.reduce((sum, result) => sum + result.weight, 0);
  const score =
    weight === 0 ? 1 : results.reduce((sum, { score, weight }) => sum + score * weight, 0) / weight;
  const needed = results.filter(({ required }) => required);
  const least = passScore ?? (results.length > 0 && needed.length === 0 ? 0.5 : 0);
  return { passed: needed.every(({ status }) => status === 'passed') && score >= least - 1e-9, score };
}

async function find(assertion: Assertion, answer: AssertedAnswer, aids: AssertionAids): Promise<Finding> {
  const { output } = answer;
  switch (assertion.kind) {
    case 'equals':
    case 'starts_with':
    case 'ends_with':
      return compare(assertion, answer);
    case 'contains':
      return contain(assertion, output);
    case 'regex':
      return match(assertion, output, aids);
    case 'json': {
      const read = readJson(output);
      return 'value' in read ? said(true, 'The answer is JSON.') : said(false, read.reason);
    }
    case 'json_schema':
      return fitSchema(assertion.schema, output, aids);
    case 'json_path':
      return lookAt(assertion, output);
    case 'number':
      return near(assertion, answer);
    case 'similarity':
      return resemble(assertion, answer);
    case 'meaning':
      return resembleInMeaning(assertion, answer, aids);
    case 'no_secrets': {
      const found = findSecrets(output);
      return found.length === 0
        ? said(true, 'Nothing looks like a key or a token.')
        : said(false, `The answer holds what looks like ${found.join(', ')}.`);
    }
    case 'latency':
      return limit(answer.latencyMs, assertion.atMostMs, 'ms', 'How long it took is not known.');
    case 'cost':
      return limit(
        answer.microDollars,
        assertion.atMostMicroDollars,
        'millionths of a dollar',
        'The price of the model is not known.',
      );
    case 'tokens':
      return limit(
        tokensOf(answer, assertion.of),
        assertion.atMost,
        `${assertion.of} tokens`,
        'The tokens are not known.',
      );
    case 'finish_reason': {
      const found = finishFinding(answer.finishReason, assertion.reasons);
      return found ? said(found.passed, found.reason) : { cannot: 'Why the answer ended is not known.' };
    }
    case 'javascript':
      return evaluate(assertion.code, inputOf(answer, output), aids);
    case 'judged':
      return weigh(assertion, await aids.judge(assertion, answer));
  }
}

const noExpectation: Finding = { cannot: 'The assertion names no value, and the case expects none.' };

/** An accent may be written as a letter with it or as a letter and a mark: nobody sees a difference. */
const alike = (text: string, ignoreCase: boolean) =>
  (ignoreCase ? text.toLowerCase() : text).normalize('NFC');

function compare(
  { kind, value, ignoreCase }: Extract<Assertion, { kind: 'equals' | 'starts_with' | 'ends_with' }>,
  { output, expected }: AssertedAnswer,
): Finding {
  const wanted = value ?? expected;
  if (wanted === null) return noExpectation;
  const fold = (text: string) => alike(text, ignoreCase).trim();
  const [left, right] = [fold(output), fold(wanted)];
  if (kind === 'equals')
    return left === right
      ? said(true, 'The answer is the expected one.')
      : said(false, `The answer is ${quote(output.trim())}, not ${quote(wanted.trim())}.`);
  const passed = kind === 'starts_with' ? left.startsWith(right) : left.endsWith(right);
  const verb = kind === 'starts_with' ? 'begin' : 'end';
  return said(passed, `The answer ${passed ? `${verb}s` : `does not ${verb}`} with ${quote(wanted.trim())}.`);
}

function contain(
  { values, mode, ignoreCase }: Extract<Assertion, { kind: 'contains' }>,
  output: string,
): Finding {
  const fold = (text: string) => alike(text, ignoreCase);
  const whole = fold(output);
  const found = values.filter((value) => whole.includes(fold(value)));
  const lacking = values.filter((value) => !found.includes(value));
  if (mode === 'none')
    return found.length === 0
      ? said(true, 'The answer holds none of it.')
      : said(false, `The answer holds ${found.map(quote).join(', ')}.`);
  const passed = mode === 'all' ? lacking.length === 0 : found.length > 0;
  const score = mode === 'all' ? found.length / values.length : Number(passed);
  return said(
    passed,
    passed ? 'The answer holds what it should.' : `The answer lacks ${lacking.map(quote).join(', ')}.`,
    score,
  );
}

const search = 'new RegExp(pattern, flags).test(text)';

async function match(
  { pattern, flags }: Extract<Assertion, { kind: 'regex' }>,
  output: string,
  aids: AssertionAids,
): Promise<Finding> {
  const outcome = await aids.snippet(search, { pattern, flags, text: output });
  if ('reason' in outcome)
    return { cannot: `/${pattern}/${flags} could not be looked for: ${outcome.reason}` };
  const passed = outcome.value === true;
  return said(passed, passed ? 'The pattern is found.' : `/${pattern}/${flags} is not found.`);
}

const mostComplaints = 3;

async function fitSchema(schema: Json, output: string, aids: AssertionAids): Promise<Finding> {
  const read = readJson(output);
  if ('reason' in read) return said(false, read.reason);
  const found = await aids.fits(schema, read.value);
  if ('reason' in found) return { cannot: found.reason };
  const complaints = found.problems
    .slice(0, mostComplaints)
    .map(({ path, message }) => `${path === '' ? 'The answer' : path} ${message}`);
  return complaints.length === 0
    ? said(true, 'The answer fits the schema.')
    : said(false, `${complaints.join('; ')}.`);
}

function near(
  { value, tolerance, relative }: Extract<Assertion, { kind: 'number' }>,
  { output, expected }: AssertedAnswer,
): Finding {
  const wanted = value ?? (expected === null ? undefined : numberIn(expected));
  if (wanted === undefined) return { cannot: 'The assertion names no number, and the case expects none.' };
  const got = numberIn(output);
  if (got === undefined) return said(false, `The answer is not one number: ${quote(output.trim())}.`);
  const allowed = relative ? Math.abs(wanted) * tolerance : tolerance;
  // A hair for numbers that have no exact form in binary.
  const hair = 1e-12 * Math.max(1, Math.abs(wanted), Math.abs(got));
  const passed = Math.abs(got - wanted) <= allowed + hair;
  return said(passed, `The answer is ${got}; ${wanted} ± ${allowed} is allowed.`);
}

function resemble(
  { value, measure, atLeast }: Extract<Assertion, { kind: 'similarity' }>,
  { output, expected }: AssertedAnswer,
): Finding {
  const wanted = value ?? expected;
  if (wanted === null) return noExpectation;
  const score = measure === 'words' ? wordSimilarity(output, wanted) : characterSimilarity(output, wanted);
  if (score === undefined)
    return { cannot: 'A text is too long to be compared by characters. Compare by words.' };
  return said(
    score >= atLeast,
    `The texts are alike to ${percent(score)}; ${percent(atLeast)} is needed.`,
    score,
  );
}

async function resembleInMeaning(
  { value, model, atLeast }: MeaningAssertion,
  { output, expected }: AssertedAnswer,
  aids: AssertionAids,
): Promise<Finding> {
  const wanted = value ?? expected;
  if (wanted === null) return noExpectation;
  // Nothing means nothing; providers refuse a text without a word.
  const blank = [output, wanted].filter((text) => text.trim() === '').length;
  if (blank > 0)
    return said(blank === 2, blank === 2 ? 'Both texts are empty.' : 'One of the texts is empty.');
  const compared = await aids.closeness(model, [output, wanted]);
  if ('reason' in compared) return { cannot: compared.reason };
  const score = compared.closeness;
  const facts = `In meaning, as ${model.model} sees it, the texts are alike to ${percent(score)}`;
  return said(score >= atLeast, `${facts}; ${percent(atLeast)} is needed.`, score);
}

const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;

function limit(value: number | null, most: number, unit: string, unknown: string): Finding {
  if (value === null) return { cannot: unknown };
  return said(
    value <= most,
    `${value.toLocaleString('en')} ${unit}; at most ${most.toLocaleString('en')} are allowed.`,
  );
}

function tokensOf(
  { inputTokens, outputTokens }: AssertedAnswer,
  of: 'input' | 'output' | 'total',
): number | null {
  if (of === 'input') return inputTokens;
  if (of === 'output') return outputTokens;
  return inputTokens === null || outputTokens === null ? null : inputTokens + outputTokens;
}

/** A snippet says true or false, a score from 0 to 1, or `{ pass, score, reason }`. */
async function evaluate(
  code: string,
  input: Readonly<Record<string, unknown>>,
  aids: AssertionAids,
): Promise<Finding> {
  const outcome = await aids.snippet(code, input);
  if ('reason' in outcome) return { cannot: outcome.reason };
  const { value } = outcome;
  if (typeof value === 'boolean') return said(value, value ? 'The code says yes.' : 'The code says no.');
  if (typeof value === 'number' && value >= 0 && value <= 1)
    return said(value > 0.5, `The code says ${value}.`, value);
  if (typeof value === 'object' && value !== null && 'pass' in value && typeof value.pass === 'boolean') {
    const { pass } = value;
    const score =
      'score' in value && typeof value.score === 'number'
        ? Math.min(1, Math.max(0, value.score))
        : Number(pass);
    const reason =
      'reason' in value && typeof value.reason === 'string' && value.reason
        ? value.reason
        : `The code says ${pass ? 'yes' : 'no'}.`;
    return said(pass, reason, score);
  }
  return {
    cannot: 'The code gave neither true or false, nor a number from 0 to 1, nor { pass, score, reason }.',
  };
}

function weigh({ combine, atLeast }: JudgedAssertion, verdicts: readonly Verdict[]): Finding {
  const spoken = verdicts.filter((one): one is Verdict & { score: number } => one.score !== null);
  const reasons = verdicts.map(
    ({ name, score, reason }) => `${name}: ${score === null ? 'no verdict' : percent(score)}, ${reason}`,
  );
  const all = reasons.join(' · ');
  // A majority of those asked, and not of those who answered: silence is no consent.
  if (spoken.length * 2 <= verdicts.length) return { cannot: `Too few judges gave a verdict. ${all}` };
  const mean = spoken.reduce((sum, { score }) => sum + score, 0) / spoken.length;
  const votes = spoken.filter(({ score }) => score >= atLeast).length;
  const passed = combine === 'mean' ? mean >= atLeast : votes * 2 > verdicts.length;
  return said(passed, all, mean);
}
