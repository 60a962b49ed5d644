/**
 * What the body of a refusal says to people, in whichever form: the packages read their own provider's alone, and say
 * “Bad Request” to all others.
 */
import { isFields } from './fields.ts';

/** Named as servers name it: `error` may be a text or hold one, Google sends a list of one, FastAPI a list of details. */
const names = ['error', 'message', 'detail', 'msg', 'errors', 'error_description'];
const deepest = 4;

/** @returns an empty text where it says nothing, or is a page */
export function toldInBody(body: unknown): string {
  if (typeof body !== 'string') return '';
  try {
    return textIn(JSON.parse(body), deepest);
  } catch {
    return /^\s*</.test(body) ? '' : body.trim();
  }
}

function textIn(told: unknown, depth: number): string {
  if (typeof told === 'string') return told.trim();
  if (depth === 0) return '';
  if (Array.isArray(told)) return textIn(told[0], depth - 1);
  if (!isFields(told)) return '';
  for (const name of names) {
    const text = textIn(told[name], depth - 1);
    if (text !== '')
      return name === 'msg' && Array.isArray(told.loc) ? `${told.loc.join('.')}: ${text}` : text;
  }
  return '';
}
