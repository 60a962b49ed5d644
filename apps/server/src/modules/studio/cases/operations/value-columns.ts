/**
 * Values of variables as columns of a CSV file. A column with the bare name of a variable holds texts, and an empty cell
 * is an empty text. Where that would lose something the heading says what the cells hold (`text:`, `lines:` or `json:`
 * before the name), and an empty cell is no value.
 */
import type { CaseInput } from '@promptvault/contract/studio/cases/shapes';

type Value = CaseInput['values'][string];
type Kind = 'bare' | 'text' | 'lines' | 'json';

export interface ValueColumn {
  name: string;
  kind: Kind;
}

/** What a spreadsheet would calculate; an apostrophe before it makes it text. */
const formula = /^'*[=+\-@\t\r]/;
export const harmless = (cell: string) => (formula.test(cell) ? `'${cell}` : cell);
export const plain = (cell: string) =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;

/** Where an empty cell is nothing, an apostrophe is the empty text, and one of apostrophes has one more. */
export const writeOptional = (text: string) => (/^'*$/.test(text) ? `'${text}` : harmless(text));
export const readOptional = (cell: string) => (/^'+$/.test(cell) ? cell.slice(1) : plain(cell));

const prefixed = /^(text|lines|json):([\s\S]+)$/;

/** What a heading means that is no column of the case itself. */
export function readHeading(heading: string): ValueColumn {
  const [, kind, name = ''] = prefixed.exec(heading) ?? [];
  if (kind === undefined) return { name: heading, kind: 'bare' };
  return { name: name.startsWith('"') ? readQuoted(name) : name, kind: kind as Kind };
}

/** The column that gives the values of a variable back as they are in each case, undefined where it has none. */
export function chooseColumn(
  name: string,
  values: readonly (Value | undefined)[],
  isBare: (name: string) => boolean,
): ValueColumn {
  const given = values.filter((value) => value !== undefined);
  if (given.every(isText)) {
    const isWhole = given.length === values.length && isBare(name);
    return { name, kind: isWhole && isPlainName(name) && !prefixed.test(name) ? 'bare' : 'text' };
  }
  return { name, kind: given.every(isLines) ? 'lines' : 'json' };
}

export const writeHeading = ({ name, kind }: ValueColumn): string => {
  if (kind === 'bare') return harmless(name);
  return `${kind}:${isPlainName(name) ? name : JSON.stringify(name)}`;
};

export function writeValue({ kind }: ValueColumn, value: Value | undefined): string {
  if (value === undefined) return '';
  if (kind === 'json') return harmless(JSON.stringify(value));
  if (kind === 'lines') return harmless((value as string[]).join('\n'));
  return kind === 'bare' ? harmless(value as string) : writeOptional(value as string);
}

/** @throws SyntaxError where a cell of JSON is none */
export function readValue({ kind }: ValueColumn, cell: string): Value | undefined {
  if (kind === 'bare') return plain(cell);
  if (cell === '') return undefined;
  if (kind === 'json') return JSON.parse(plain(cell)) as Value;
  if (kind === 'lines') return plain(cell).split(/\r?\n/).filter(isLine);
  return readOptional(cell);
}

const isLine = (item: unknown) => typeof item === 'string' && item.trim() !== '' && !/[\r\n]/.test(item);
const isLines = (value: Value) => Array.isArray(value) && value.length > 0 && value.every(isLine);
/** At the end of a line, a carriage return of a text could not be told from that of the line. */
const isText = (value: Value) => typeof value === 'string' && !value.endsWith('\r');
const isPlainName = (name: string) => name.trim() === name && !name.startsWith('"') && !name.includes('\r');

function readQuoted(name: string): string {
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}
