/** Judges one text by one schema. Runs in a thread of its own: schemas are code, and people write them. */
import { isNestedDeeper } from '@promptvault/document';
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  jsonOf,
  mostProblems,
  problemOf,
  type SchemaProblem,
  type SchemaQuestion,
  type SchemaVerdict,
  unusable,
} from './verdict.ts';

const options: Options = { strict: false, allErrors: true, logger: false };

/** The newest draft first; what it cannot read may be of an older one, or have an expression that is loosely written. */
const readers = [
  () => new Ajv2020(options),
  () => new Ajv(options),
  () => new Ajv2020({ ...options, unicodeRegExp: false }),
  () => new Ajv({ ...options, unicodeRegExp: false }),
  // One that has the name of a draft itself could not be told from it; only without a name to refer to can it be read.
  () => new Ajv2020({ ...options, addUsedSchema: false }),
];

function compile(schema: object): ValidateFunction | string {
  let reason = '';
  for (const read of readers)
    try {
      const ajv = read();
      addFormats.default(ajv);
      // A schema that names another draft is read as what it most likely is.
      const { $schema: _draft, ...rest } = schema as { $schema?: unknown };
      return ajv.compile(rest);
    } catch (error) {
      reason ||= error instanceof Error ? error.message : String(error);
    }
  return reason;
}

/** As deep as a body may be. */
const deepestAnswer = 100;

/** A suite holds thousands of answers against the same few schemas. */
const mostCompiled = 20;
const compiled = new Map<string, ValidateFunction | string>();

function compiledOf(schema: object): ValidateFunction | string {
  const written = JSON.stringify(schema);
  const known = compiled.get(written);
  if (known !== undefined) return known;
  if (compiled.size >= mostCompiled) compiled.clear();
  const found = compile(schema);
  compiled.set(written, found);
  return found;
}

export function judge({ schema, text }: SchemaQuestion): SchemaVerdict {
  if (schema === true) schema = {};
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    return unusable('The schema is no JSON schema.');
  const validate = compiledOf(schema);
  if (typeof validate === 'string') return unusable(`The schema cannot be used: ${reasonWords(validate)}`);
  let value: unknown;
  try {
    value = JSON.parse(jsonOf(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'invalid', problems: [problemOf('', `The answer is no JSON: ${reason}`)] };
  }
  // What is read here is sent on and shown, by readers that would run out of stack.
  if (isNestedDeeper(value, deepestAnswer))
    return {
      outcome: 'invalid',
      problems: [problemOf('', `The answer is nested deeper than ${deepestAnswer} levels.`)],
    };
  if (validate(value)) return { outcome: 'valid', problems: [] };
  return { outcome: 'invalid', problems: toProblems(validate.errors ?? []) };
}

/** What the reader says to those who write programs, for those who write schemas. */
function reasonWords(reason: string): string {
  if (/call stack/.test(reason)) return 'it refers to itself without end.';
  const missing = /^can't resolve reference (\S+) from/.exec(reason)?.[1];
  if (missing === undefined) return reason;
  return `it refers to ${missing}, which is not in it. Nothing is fetched from elsewhere: put it under $defs.`;
}

/** Each place once with each complaint, those that only say that a part failed left out. */
function toProblems(errors: readonly ErrorObject[]): SchemaProblem[] {
  const found = new Map<string, SchemaProblem>();
  for (const error of errors) {
    const problem = problemOf(error.instancePath, wordsOf(error));
    found.set(`${problem.path} ${problem.message}`, problem);
    if (found.size >= mostProblems) break;
  }
  return [...found.values()];
}

function wordsOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `has a property that is not allowed: ${params.additionalProperty ?? params.unevaluatedProperty}`;
    case 'enum':
      return `must be one of ${JSON.stringify(params.allowedValues)}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    default:
      return message ?? `does not follow "${keyword}"`;
  }
}
