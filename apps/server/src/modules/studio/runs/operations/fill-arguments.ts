/** Puts the arguments of a call into the texts of a tool. They come from a model: data, never template or address. */
import { parse, renderTemplate } from '@promptvault/template';

const limits = { output: 1_000_000 };

function fill(text: string, args: unknown): string {
  return renderTemplate(parse(text), args, { limits }).text;
}

export const fillReply = fill;

/** Undefined where an argument would change which path is called. */
export function fillAddress(url: string, args: unknown): string | undefined {
  let climbs = false;
  const encoded = mapLeaves(args, (value) => {
    const text = value === null ? '' : String(value);
    climbs ||= text === '.' || text === '..';
    return encodeURIComponent(text.toWellFormed());
  });
  return climbs ? undefined : fill(url, encoded);
}

/** Each argument as JSON, with the quotes it needs: `{"q": {{query}}}`. Parts of an argument have no name here. */
export function fillBody(body: string, args: Record<string, unknown>): string {
  const printed = Object.entries(args).map(([name, value]) => [name, JSON.stringify(value)]);
  return fill(body, Object.fromEntries(printed));
}

/** An object that is printed whole shows its names too: they are a model's words like its values. */
const plainName = (name: string) => name.toWellFormed().replace(/[^\p{L}\p{N}_ .-]/gu, encodeURIComponent);

function mapLeaves(value: unknown, map: (leaf: string | number | boolean | null) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, map));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [plainName(key), mapLeaves(item, map)]),
    );
  return map(value as string | number | boolean | null);
}
