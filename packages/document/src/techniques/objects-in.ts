import { objectLength } from './object-length.ts';

/** How an object begins. Models name variables, `{{topic}}`, and write code before they answer. */
const begin = /\{(?=\s*["}])/g;
/** What begins like one and is none. */
const mostTries = 100;
/** Braces that never close have each the whole rest looked through. */
const mostRead = 5_000_000;

/** The JSON objects in what a model said, in their order, whatever words and fences stand around them. Never throws. */
export function objectsIn(text: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  let [tries, read] = [0, 0];
  let from = 0;
  while (tries < mostTries && read < mostRead) {
    begin.lastIndex = from;
    const at = begin.exec(text)?.index;
    if (at === undefined) break;
    const length = objectLength(text, at);
    read += length || text.length - at;
    const object = length > 0 ? parse(text.slice(at, at + length)) : undefined;
    if (object) found.push(object);
    else tries += 1;
    // Within an object that is none there may be one; within one there is nothing to look for.
    from = at + (object ? length : 1);
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
