/** Tests as cases: what holds for all of them put in, lists of texts as one case each, assertions by their values. */
import type { JudgeModel } from '@promptvault/document/assertions';
import { type Bundle, pathIn } from './bundle.ts';
import { fillAll } from './fill-text.ts';
import { type Losses, quietly } from './losses.ts';
import { type AssertionGround, mapAssertions } from './map-assertions.ts';
import { readCode } from './map-code.ts';
import type { GivenTest } from './read-tests.ts';
import { readVars, together } from './read-tests.ts';
import { FOO_LIMITS, type FooCase, isPlain, listOf, oneLine, type Plain } from './shape.ts';

export interface CaseGround {
  bundle: Bundle;
  losses: Losses;
  /** The configuration. */
  from: string;
  defaults: Plain;
  judgeOf(provider: unknown): JudgeModel;
  embedderOf: AssertionGround['embedderOf'];
}

/** Characters of all cases of one import. */
const mostCharacters = 2 * FOO_LIMITS.characters;

export function makeCases(tests: readonly GivenTest[], ground: CaseGround): FooCase[] {
  const cases: FooCase[] = [];
  let room: number = mostCharacters;
  for (const [index, { test, from }] of tests.entries()) {
    const where = nameOf(test, index, {});
    const whole = together(ground.defaults, test, { ...ground, from });
    tellLost(test, ground.losses, where);
    for (const values of combinations(whole, { ...ground, from }, where)) {
      const made = makeCase(whole, values, { ...ground, from }, nameOf(test, index, values));
      room -= JSON.stringify(made).length;
      if (cases.length >= FOO_LIMITS.cases || room < 0) {
        const most = FOO_LIMITS.cases.toLocaleString('en');
        ground.losses.tell(
          'error',
          'too_many',
          `Only the first ${cases.length.toLocaleString('en')} cases are taken: there may be ${most}, of ${mostCharacters / 2 ** 20} million characters.`,
        );
        return cases;
      }
      cases.push(made);
    }
  }
  return cases;
}

function nameOf(test: Plain, index: number, values: Plain): string {
  if (typeof test.description === 'string' && test.description.trim() !== '')
    return oneLine(test.description, 200);
  const [first] = Object.values(values).filter((value) => typeof value === 'string' && value.trim() !== '');
  return oneLine(`${index + 1}${typeof first === 'string' ? ` · ${first.slice(0, 200)}` : ''}`, 80);
}

const lost: Readonly<Record<string, string>> = {
  provider: 'A provider of a single test is left out: a suite runs its cases on all its models.',
  providers: 'Providers of single tests are left out: a suite runs its cases on all its models.',
  providerOutput: 'An output that stands in a test is left out: cases are run.',
};
const lostOptions: Readonly<Record<string, string>> = {
  transformVars: 'Values are not transformed by code.',
  rubricPrompt: 'Judges here have a prompt of their own; another is left out.',
  storeOutputAs: 'The answer of one case is not given to another.',
  prefix: 'A text before the prompt of single tests is left out.',
  suffix: 'A text after the prompt of single tests is left out.',
  repeat: 'How often a single test is repeated is left out: a suite says it for all.',
};

export function tellLost(test: Plain, losses: Losses, where?: string): void {
  for (const [key, message] of Object.entries(lost))
    if (test[key] !== undefined && test[key] !== '') losses.tell('warning', 'test_option', message, where);
  if (test.assertScoringFunction !== undefined)
    losses.tell(
      'warning',
      'test_option',
      'A function that scores assertions is left out: they count by their weights.',
      where,
    );
  const options = isPlain(test.options) ? test.options : {};
  for (const [key, message] of Object.entries(lostOptions))
    if (options[key] !== undefined && options[key] !== '')
      losses.tell('warning', 'test_option', message, where);
}

/** Every combination of the texts in lists; lists of anything else are values. */
function combinations(test: Plain, ground: CaseGround, where: string): Plain[] {
  const { losses } = ground;
  const isFixed = isPlain(test.options) && test.options.disableVarExpansion === true;
  let all: Plain[] = [{}];
  for (const [name, given] of Object.entries(readVars(test.vars, ground.from, ground))) {
    if (name === '__proto__' || name === '' || name.length > 200) {
      losses.tell(
        'warning',
        'value_name',
        `No value can be called “${oneLine(name, 60)}”, so it is left out.`,
        where,
      );
      continue;
    }
    const several = valuesOf(given, ground, where, isFixed);
    if (all.length * several.length > FOO_LIMITS.cases) {
      losses.tell(
        'error',
        'too_many',
        `Of a test with too many combinations, only those with the first value of “${oneLine(name, 60)}” are taken.`,
        where,
      );
      several.length = 1;
    }
    all = all.flatMap((one) => several.map((value) => ({ ...one, [name]: value })));
  }
  // Values may name each other. Data often has braces of its own: nothing is said of those.
  const quiet = quietly(losses);
  return all.map((one) =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [name, fillAll(value, one, quiet, where)])),
  );
}

const binary = /\.(?:png|jpe?g|gif|webp|bmp|svg|pdf|mp[34]|wav|ogg|webm|mov|docx?|xlsx?|zip)$/i;

function valuesOf(
  given: unknown,
  { bundle, losses, from }: CaseGround,
  where: string,
  isFixed: boolean,
): unknown[] {
  if (typeof given === 'string' && given.startsWith('file://')) {
    const paths = bundle.find(given, from);
    if (paths.length === 0) {
      losses.tell(
        'warning',
        'file_missing',
        `${pathIn(given)} is not among the files: its name stands in the case in place of what it says.`,
        where,
      );
      return [given];
    }
    return paths.map((path) => {
      if (/\.(?:py|m?js|cjs|ts)$/.test(path) || binary.test(path)) {
        losses.tell(
          'warning',
          'value',
          `${path} is ${binary.test(path) ? 'no text' : 'a program, and not run'}: its name stands in the case.`,
          where,
        );
        return given;
      }
      const value = /\.(?:ya?ml|json)$/.test(path) ? bundle.data(path) : bundle.text(path);
      return typeof value === 'string' ? value.slice(0, FOO_LIMITS.text) : value;
    });
  }
  const isTexts = Array.isArray(given) && given.length > 0 && given.every((one) => typeof one === 'string');
  if (isTexts && !isFixed)
    return given.flatMap((one) =>
      one.startsWith('file://') ? valuesOf(one, { bundle, losses, from } as CaseGround, where, true) : [one],
    );
  return [given];
}

/** A set that is all a test asserts says from which score the test passes. */
function withoutOnlySet(test: Plain): Plain {
  const [set, ...more] = listOf(test.assert);
  if (more.length > 0 || test.threshold !== undefined || !isPlain(set)) return test;
  if (set.type !== 'assert-set' || typeof set.threshold !== 'number') return test;
  return { ...test, assert: set.assert, threshold: set.threshold };
}

function makeCase(given: Plain, values: Plain, ground: CaseGround, name: string): FooCase {
  const { losses, judgeOf, embedderOf, bundle, from } = ground;
  const test = withoutOnlySet(given);
  const options = isPlain(test.options) ? test.options : {};
  const grader = options.provider;
  const written = options.transform ?? options.postprocess;
  const where = { bundle, losses, from, where: name };
  const assertions = mapAssertions(test.assert, {
    ...{ ...where, values },
    transform:
      typeof written === 'string' && written.trim() !== ''
        ? readCode(written, 'A transform', where)
        : undefined,
    judgeOf: (provider) => judgeOf(provider ?? grader),
    embedderOf: (provider) => embedderOf(provider ?? grader),
  });
  if (assertions.length === 0 && listOf(test.assert).length > 0)
    losses.tell(
      'warning',
      'no_assertions',
      'None of its assertions could be kept, so any answer passes: write what it must be.',
      name,
    );
  if (assertions.length > 50)
    losses.tell('warning', 'assertion', 'A case has at most 50 assertions; the others are left out.', name);
  const threshold = Number(test.threshold ?? Number.NaN);
  const passScore = Number.isFinite(threshold) ? Math.min(1, Math.max(0, threshold)) : null;
  return {
    name,
    values: Object.fromEntries(
      Object.entries(values)
        .slice(0, 1_000)
        .map(([key, value]) => [key, storable(value)]),
    ),
    tags: tagsOf(test.metadata),
    // With a threshold of its own a test passes by its score alone.
    assertions: assertions
      .slice(0, 50)
      .map((one) => (passScore === null ? one : { ...one, required: false })),
    passScore,
    prompts: Array.isArray(test.prompts) ? test.prompts.map(String) : null,
  };
}

/** What JSON can hold, in texts that can be stored. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed().slice(0, FOO_LIMITS.text);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== '__proto__')
        .map(([key, one]) => [String(storable(key)), storable(one)]),
    );
  return typeof value === 'boolean' ? value : null;
}

const tagsOf = (metadata: unknown): string[] =>
  Object.entries(isPlain(metadata) ? metadata : {})
    .flatMap(([key, value]) =>
      listOf(value).map((one) => (typeof one === 'object' ? '' : `${key}:${String(one)}`)),
    )
    .map((tag) => oneLine(tag.replaceAll(',', ' '), 50))
    .filter((tag) => tag !== '')
    .slice(0, 20);
