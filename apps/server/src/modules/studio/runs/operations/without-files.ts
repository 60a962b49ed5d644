import { createHash } from 'node:crypto';
import { coerceValue, type PromptDocument } from '@promptvault/document';
import type { OmittedValue } from '../schema.ts';

type Values = Record<string, unknown>;

/** The values that may be stored: contents of files are left out, and named with their size and hash. */
export function withoutFiles(
  document: PromptDocument,
  values: Values,
): { values: Values; omitted: OmittedValue[] } {
  const kept: Values = structuredClone(values);
  const names = new Set(document.variables.filter(({ type }) => type === 'file').map(({ name }) => name));
  for (const [name, value] of Object.entries(values)) if (isFile(value)) names.add(name);
  const omitted = [...names].flatMap((name) => {
    const found = take(kept, name);
    const file = coerceValue({ type: 'file', options: [] }, found);
    if (file.outcome !== 'value') return [];
    const text = String(file.value);
    return [{ name, characters: text.length, hash: createHash('sha256').update(text, 'utf8').digest('hex') }];
  });
  return { values: kept, omitted };
}

/** A file as the form gives it, under whatever name. */
function isFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value && 'text' in value && typeof value.text === 'string' && Object.keys(value).length === 2
  );
}

/** Takes a value out, under its name as written or along its dots. */
function take(values: Values, name: string): unknown {
  if (Object.hasOwn(values, name)) {
    const value = values[name];
    delete values[name];
    return value;
  }
  const [root = '', ...rest] = name.split('.');
  const inner = Object.hasOwn(values, root) ? values[root] : undefined;
  const holds = rest.length > 0 && typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return holds ? take(inner as Values, rest.join('.')) : undefined;
}
