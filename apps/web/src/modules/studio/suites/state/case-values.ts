/** Values of a case as one types them, and back. What is no text is written as JSON, and lists by their lines. */
import { coerceValue, type DocumentVariable } from '@promptvault/document';

export type ValueEntry = { name: string; text: string };

type Known = Pick<DocumentVariable, 'name' | 'type' | 'options'>;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.every((item) => typeof item === 'string' && item.trim() !== '' && !item.includes('\n'));

export function writeValue(value: unknown, type: Known['type'] | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' && type !== 'json') return value;
  if (type === 'list' && isTexts(value)) return value.join('\n');
  if (type === 'file' && typeof value === 'object' && 'text' in value && typeof value.text === 'string')
    return value.text;
  return JSON.stringify(value, null, typeof value === 'object' ? 2 : 0);
}

/** A row for each variable of the prompt, and for each other value the case has. */
export function entriesOf(
  values: Readonly<Record<string, unknown>>,
  variables: readonly Known[],
): ValueEntry[] {
  const known = variables.map(({ name, type }) => ({ name, text: writeValue(values[name], type) }));
  const others = Object.entries(values)
    .filter(([name]) => !variables.some((variable) => variable.name === name))
    .map(([name, value]) => ({ name, text: writeValue(value, undefined) }));
  return [...known, ...others];
}

/** What rows mean; an empty one is no value. An undeclared one that was no text before is read as JSON again. */
export function valuesOf(
  entries: readonly ValueEntry[],
  variables: readonly Known[],
  before: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown>; faults: Record<string, string> } {
  const values: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const { name, text } of entries) {
    if (name.trim() === '' || text === '') continue;
    const variable = variables.find((one) => one.name === name);
    const old = before[name];
    // What was not touched stays as it is, also a name beside the text of a file.
    if (old !== undefined && writeValue(old, variable?.type) === text) values[name] = old;
    else if (variable && variable.type !== 'file') {
      const fitted = coerceValue(variable, text);
      if (fitted.outcome === 'value') values[name] = fitted.value;
      else if (fitted.outcome === 'misfit') faults[name] = fitted.reason;
    } else if (!variable && old !== undefined && typeof old !== 'string') {
      try {
        values[name] = JSON.parse(text);
      } catch {
        values[name] = text;
      }
    } else values[name] = text;
  }
  return { values, faults };
}
