/** What is wrong with JSON that someone types as a schema: where it breaks off, or what in it means nothing. */
import { findJsonFault, type Json } from '@promptvault/document';
import { t } from '../messages.ts';

export type Fitted = { value: Json } | { fault: string };

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** An object that describes JSON; empty text is no schema. */
export function readSchema(text: string): Fitted {
  if (text.trim() === '') return { value: null };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: syntaxFault(text, error) };
  }
  const fault = findJsonFault(value);
  if (fault) return { fault: t('schemaIs', { reason: fault }) };
  if (!isObject(value)) return { fault: t('schemaNotObject') };
  const wrong = findFault(value, '');
  return wrong === undefined ? { value: value as Json } : { fault: wrong };
}

function syntaxFault(text: string, error: unknown): string {
  const found = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const before = text.slice(0, found === undefined ? text.length : Number(found));
  const line = before.split('\n').length;
  return t('schemaBroken', { line, column: before.length - before.lastIndexOf('\n') });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first thing in a schema that no reader of schemas would accept, with where it stands. */
function findFault(schema: Record<string, unknown>, path: string): string | undefined {
  const { type, properties, required, items } = schema;
  const named = Array.isArray(type) ? type : type === undefined ? [] : [type];
  for (const each of named)
    if (!types.includes(each as string))
      return t('schemaType', { path: `${path}/type`, types: types.join(', ') });
  if (properties !== undefined) {
    if (!isObject(properties)) return t('schemaNeedsObject', { path: `${path}/properties` });
    for (const [name, inner] of Object.entries(properties)) {
      const fault = inSchema(inner, `${path}/properties/${name}`);
      if (fault !== undefined) return fault;
    }
  }
  if (required !== undefined) {
    if (!Array.isArray(required) || required.some((name) => typeof name !== 'string'))
      return t('schemaRequiredList', { path: `${path}/required` });
    const missing = required.find((name) => isObject(properties) && !Object.hasOwn(properties, name));
    if (missing !== undefined) return t('schemaRequiredUnknown', { path: `${path}/required`, name: missing });
  }
  return items === undefined || Array.isArray(items) ? undefined : inSchema(items, `${path}/items`);
}

const inSchema = (inner: unknown, path: string): string | undefined =>
  typeof inner === 'boolean'
    ? undefined
    : isObject(inner)
      ? findFault(inner, path)
      : t('schemaNeedsObject', { path });

/** As it stands in the field. */
export const writeSchema = (value: Json): string => (value === null ? '' : JSON.stringify(value, null, 2));
