import type { Variable } from './shape.ts';

/** A value of the declared type, nothing where no value was given, or in words why it does not fit. */
export type Coercion =
  | { outcome: 'value'; value: unknown }
  | { outcome: 'missing' }
  | { outcome: 'misfit'; reason: string };

/**
 * Fits a given value to the type of a variable. Undefined and null are no value.
 * - `text`: text as it is; numbers and booleans as written by JavaScript.
 * - `number`: a finite number, or text that is one (`" 1.50 "` → 1.5); blank text is no value.
 * - `boolean`: true or false, or those words; blank text is no value.
 * - `select`: text (or a number or boolean as text) that is one of `options`; with no options any text.
 *   Empty text is no value unless it is an option.
 * - `list`: a list as it is; text becomes its lines, blank ones left out.
 * - `json`: any JSON value; text is parsed as JSON (so JSON text is given with its quotes), blank text is
 *   no value.
 * - `file`: the text of the file, or `{ name, text }`, of which the text is written out.
 */
export function coerceValue(variable: Pick<Variable, 'type' | 'options'>, given: unknown): Coercion {
  if (given === undefined || given === null) return { outcome: 'missing' };
  return COERCIONS[variable.type](given, variable.options);
}

type Coerce = (given: NonNullable<unknown>, options: readonly string[]) => Coercion;

const COERCIONS: Record<Variable['type'], Coerce> = {
  text: (given) => {
    const text = toText(given);
    return text === undefined ? misfit('has to be text') : found(text);
  },
  number: (given) => {
    if (isBlankText(given)) return { outcome: 'missing' };
    const number = typeof given === 'string' ? Number(given) : given;
    return typeof number === 'number' && Number.isFinite(number)
      ? found(number)
      : misfit('has to be a number');
  },
  boolean: (given) => {
    if (isBlankText(given)) return { outcome: 'missing' };
    const word = typeof given === 'string' ? given.trim().toLowerCase() : given;
    if (word === true || word === 'true') return found(true);
    if (word === false || word === 'false') return found(false);
    return misfit('has to be true or false');
  },
  select: (given, options) => {
    const text = toText(given);
    if (text === undefined) return misfit('has to be one of the options');
    if (options.includes(text)) return found(text);
    if (text === '') return { outcome: 'missing' };
    return options.length === 0
      ? found(text)
      : misfit(`has to be one of: ${options.slice(0, 10).join(', ')}`);
  },
  list: (given) => {
    if (Array.isArray(given)) return found(given);
    if (typeof given !== 'string') return misfit('has to be a list');
    return found(given.split(/\r?\n/).filter((line) => line.trim() !== ''));
  },
  json: (given) => {
    if (isBlankText(given)) return { outcome: 'missing' };
    if (typeof given !== 'string') return found(given);
    try {
      return found(JSON.parse(given));
    } catch {
      return misfit('has to be JSON');
    }
  },
  file: (given) => {
    const text = typeof given === 'object' && 'text' in given ? given.text : given;
    return typeof text === 'string' ? found(text) : misfit('has to be a file');
  },
};

function found(value: unknown): Coercion {
  return { outcome: 'value', value };
}

function misfit(reason: string): Coercion {
  return { outcome: 'misfit', reason };
}

function isBlankText(given: unknown): boolean {
  return typeof given === 'string' && given.trim() === '';
}

function toText(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  return typeof given === 'number' || typeof given === 'boolean' ? String(given) : undefined;
}
