import { lastNumberIn } from '../assertions/read-number.ts';
import { canonicalJson } from '../canonical-json.ts';
import { findJsonFault, type Json } from '../json.ts';
import type { AnswerRule } from './shape.ts';

/** What a sample answers: `shown` to people, `key` alike for answers that are the same. */
export interface ExtractedAnswer {
  shown: string;
  key: string;
}

const longest = 2_000;
/** Reading more than this as JSON would hold up everything else. */
const longestJson = 1_000_000;

/** The answer in a text by a rule; undefined where there is none. Never throws, in time linear in the text. */
export function extractAnswer(text: string, rule: AnswerRule): ExtractedAnswer | undefined {
  switch (rule.by) {
    case 'whole':
      return inWords(text);
    case 'last_line':
      return inWords(text.trimEnd().slice(text.trimEnd().lastIndexOf('\n') + 1));
    case 'last_number':
      return lastNumber(text);
    case 'after':
      return after(text, rule.marker);
    case 'json':
      return inJson(text, rule.pointer);
  }
}

/** Case, white space, emphasis and a full stop at the end make no other answer of it. */
function inWords(text: string): ExtractedAnswer | undefined {
  const shown = text.trim();
  const key = shown
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.!])[.!]$/, '')
    .trim();
  return key === '' ? undefined : { shown: cut(shown), key };
}

function after(text: string, marker: string): ExtractedAnswer | undefined {
  const at = text.toLowerCase().lastIndexOf(marker.toLowerCase());
  // Lowering may change the length of a few letters; those are looked for as they are.
  const from =
    text.slice(at, at + marker.length).toLowerCase() === marker.toLowerCase() ? at : text.lastIndexOf(marker);
  if (from < 0) return undefined;
  const [line = ''] = text
    .slice(from + marker.length)
    .trimStart()
    .split('\n', 1);
  return inWords(line);
}

function lastNumber(text: string): ExtractedAnswer | undefined {
  const found = lastNumberIn(text);
  return found && { shown: found.written, key: String(Object.is(found.number, -0) ? 0 : found.number) };
}

const fenced = /^```[A-Za-z]*\r?\n([\s\S]*?)\r?\n?```$/;

function inJson(text: string, pointer: string): ExtractedAnswer | undefined {
  const whole = text.trim();
  const value = parse(fenced.exec(whole)?.[1] ?? whole);
  if (value === undefined) return undefined;
  const part = pointer === '' ? value : follow(value, pointer);
  if (part === undefined || findJsonFault(part) !== undefined) return undefined;
  const key = canonicalJson(part);
  return { shown: cut(typeof part === 'string' ? part : key), key };
}

function parse(text: string): Json | undefined {
  if (text.length > longestJson) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function follow(value: Json, pointer: string): Json | undefined {
  let here: Json | undefined = value;
  for (const step of pointer.slice(1).split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(here)) here = /^(?:0|[1-9]\d{0,8})$/.test(name) ? here[Number(name)] : undefined;
    else if (typeof here === 'object' && here !== null)
      here = Object.hasOwn(here, name) ? here[name] : undefined;
    else return undefined;
  }
  return here;
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text);
