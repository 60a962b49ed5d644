import { objectLength } from './object-length.ts';

/** Braces that begin no object: models name variables, `{{topic}}`, before they answer. */
const mostTries = 100;
/** Braces that never close have each the whole rest looked through. */
const mostRead = 5_000_000;

/** The JSON objects in what a model said, in their order, whatever words and fences stand around them. Never throws. */
export function objectsIn(text: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  let [tries, read] = [0, 0];
  let at = text.indexOf('{');
  for (; at >= 0 && tries < mostTries && read < mostRead; at = text.indexOf('{', at)) {
    const length = objectLength(text, at);
    tries += 1;
    read += length || text.length - at;
    const object = length > 0 ? parse(text.slice(at, at + length)) : undefined;
    if (object) found.push(object);
    // Within an object that is none there may be one; within one there is nothing to look for.
    at += object ? length : 1;
  }
  return found;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
