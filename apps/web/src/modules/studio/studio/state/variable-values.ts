/**
 * What someone typed into the variable form, and the values it means. Entries are kept as typed, so that half a
 * number or broken JSON is never lost; a file is kept as the key of an item of the pack, never as its content.
 */
import { packItemKey } from '@promptvault/context';
import {
  type ContextPack,
  coerceValue,
  type DocumentProblem,
  type DocumentVariable,
} from '@promptvault/document';

export type Entry = string;
export type Entries = Readonly<Record<string, Entry>>;

export type FormValues = {
  values: Record<string, unknown>;
  /** The pack without the files that are values: these are sent where the text names them. */
  pack: ContextPack;
  /** Variables whose chosen file is no longer in the pack, with its key. */
  missingFiles: ReadonlyMap<string, string>;
};

/** Values as `render` takes them. What does not fit its type is passed on as typed, so that it is reported. */
export function formValues(
  variables: readonly DocumentVariable[],
  entries: Entries,
  pack: ContextPack,
  /** Other sets of entries the same files go with: what is a value in any of them is no file of the pack. */
  others: readonly Entries[] = [],
): FormValues {
  const values: Record<string, unknown> = {};
  const missingFiles = new Map<string, string>();
  const used = new Set<string>();
  for (const { name, type } of variables) {
    if (type === 'file') for (const other of others) if (other[name]) used.add(other[name]);
  }
  for (const variable of variables) {
    const entry = entries[variable.name];
    if (entry === undefined || entry === '') continue;
    if (variable.type === 'file') {
      const item = pack.items.find((each) => packItemKey(each) === entry);
      if (item) {
        values[variable.name] = item.text;
        used.add(entry);
      } else missingFiles.set(variable.name, entry);
      continue;
    }
    const fitted = coerceValue(variable, entry);
    if (fitted.outcome === 'value') values[variable.name] = fitted.value;
    else if (fitted.outcome === 'misfit') values[variable.name] = entry;
  }
  const rest = used.size === 0 ? pack : { items: pack.items.filter((item) => !used.has(packItemKey(item))) };
  return { values, pack: rest, missingFiles };
}

const ofValues = new Set(['variable.missing', 'variable.mistyped', 'variable.bad_default']);

/** The first problem of each variable's value, by name. */
export function valueProblems(
  variables: readonly DocumentVariable[],
  entries: Entries,
  problems: readonly DocumentProblem[],
): Map<string, DocumentProblem> {
  const found = new Map<string, DocumentProblem>();
  for (const problem of problems) {
    if (!problem.subject || !ofValues.has(problem.code)) continue;
    const owner = variables.find(
      ({ name }) => name === problem.subject || problem.subject?.startsWith(`${name}.`),
    );
    if (owner && !found.has(owner.name)) found.set(owner.name, problem);
  }
  // An undeclared name has no type for `render`, but its field has one.
  for (const variable of variables) {
    const entry = entries[variable.name];
    if (!entry || variable.type === 'file' || found.has(variable.name)) continue;
    const fitted = coerceValue(variable, entry);
    if (fitted.outcome !== 'misfit') continue;
    const start = { offset: 0, line: 1, column: 1 };
    const message = `The value of "${variable.name}" ${fitted.reason}.`;
    const problem = {
      severity: 'error' as const,
      code: 'variable.mistyped',
      message,
      from: start,
      to: start,
    };
    found.set(variable.name, { ...problem, subject: variable.name });
  }
  return found;
}

/** Whether a problem is about a value that is missing or wrong, not about the text. */
export const isValueProblem = ({ code }: Pick<DocumentProblem, 'code'>) => ofValues.has(code);

/** A default as the form would hold it. */
export function writeEntry(value: unknown, type: DocumentVariable['type']): Entry {
  if (value === null || value === undefined) return '';
  if (type === 'list' && Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join('\n');
  return typeof value === 'string' && type !== 'json'
    ? value
    : JSON.stringify(value, null, type === 'json' ? 2 : 0);
}
