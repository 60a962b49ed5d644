/** What a dotprompt file says above its text. */
import { type Json, type Settings, settingsSchema } from '@promptvault/document';
import { LineCounter, parseDocument } from 'yaml';
import type { Draft } from './draft.ts';
import { readInputSchema, readOutputSchema } from './picoschema.ts';

export type DotpromptFront = {
  /** Where the text begins in the source. */
  bodyFrom: number;
  title: string;
  description: string;
  settings: Settings;
  responseSchema: Json;
};

const FRONT = /^(?:\s*(?:#[^\n]*)?\n)*---[ \t]*\r?\n/;

/** The length of what stands before the text, comments included; 0 when there is no front matter. */
export function findFront(source: string): { from: number; to: number; bodyFrom: number } | undefined {
  const start = FRONT.exec(source)?.[0];
  if (start === undefined) return undefined;
  const end = /^---[ \t]*\r?$/m.exec(source.slice(start.length));
  if (!end) return undefined;
  const to = start.length + end.index;
  const lineEnd = source.indexOf('\n', to);
  return { from: start.length, to, bodyFrom: lineEnd === -1 ? source.length : lineEnd + 1 };
}

/** Types such as `"a" | "b"` and `{ x: string }[]` are no YAML as they stand. */
const quoteTypes = (front: string) =>
  front.replace(
    /^(\s*[^:\n]{1,200}:[ \t]+)("[^"\n]*"[ \t]*\|[^\n]*|\{[^\n]*\}\[\][^\n]*)$/gm,
    (_all, key, value) => {
      const text: string = value;
      return `${key}'${text.replaceAll("'", "''")}'`;
    },
  );

const KNOWN = ['name', 'description', 'config', 'input', 'output'];

export function readFront(source: string, draft: Draft): DotpromptFront {
  const nothing = { bodyFrom: 0, title: '', description: '', settings: {}, responseSchema: null };
  const front = findFront(source);
  if (!front) return nothing;
  const { from, to, bodyFrom } = front;
  const place = { from, to };
  const lineCounter = new LineCounter();
  const document = parseDocument(quoteTypes(source.slice(from, to)), { lineCounter, logLevel: 'silent' });
  const error = document.errors[0];
  const given = error ? undefined : toData(document);
  if (!isRecord(given)) {
    const reason = error?.message.split('\n')[0] ?? 'it is no list of keys and values';
    const at = from + (error?.pos[0] ?? 0);
    draft.report('error', 'front_matter', `The front matter cannot be read: ${reason}`, { from: at, to });
    return { ...nothing, bodyFrom };
  }
  for (const key of Object.keys(given)) {
    if (KNOWN.includes(key)) continue;
    const value = JSON.stringify(given[key])?.slice(0, 60).toWellFormed();
    draft.report(
      'info',
      'setting_left_out',
      `"${key}: ${value}" has no place in a prompt here and is left out.`,
      place,
    );
  }
  const input = isRecord(given.input) ? given.input : {};
  for (const [name, variable] of readInputSchema(input.schema, input.default))
    draft.variables.set(name, variable);
  const output = isRecord(given.output) ? given.output : {};
  return {
    bodyFrom,
    title: text(given.name),
    description: text(given.description),
    settings: readSettings(given.config, draft, place),
    responseSchema: readOutputSchema(output.schema),
  };
}

const SETTINGS: Record<string, keyof Settings> = {
  temperature: 'temperature',
  topP: 'topP',
  topK: 'topK',
  maxOutputTokens: 'maxOutputTokens',
  stopSequences: 'stop',
  seed: 'seed',
};

function readSettings(config: unknown, draft: Draft, place: { from: number; to: number }): Settings {
  const settings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(isRecord(config) ? config : {})) {
    const name = Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : undefined;
    const fits = name !== undefined && settingsSchema.safeParse({ [name]: value }).success;
    if (fits) settings[name] = value;
    else
      draft.report(
        'info',
        'setting_left_out',
        `The setting "${key}" has no counterpart and is left out.`,
        place,
      );
  }
  return settings as Settings;
}

function toData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
