import type { Json } from '../json.ts';

/** Deeper than any answer means to be, and shallow enough for every function that calls itself. */
const deepest = 200;

export type ReadJson = { value: Json } | { reason: string };

/** The answer as JSON; white space around it is allowed, words and fences are not. */
export function readJson(text: string): ReadJson {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    const fenced = /^\s*```/.test(text) ? ' It stands in a code fence.' : '';
    return { reason: `The answer is not JSON.${fenced}` };
  }
  return isTooDeep(value) ? { reason: `The answer is nested deeper than ${deepest} levels.` } : { value };
}

function isTooDeep(root: Json): boolean {
  const waiting: { value: Json; depth: number }[] = [{ value: root, depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    if (item.depth > deepest) return true;
    if (item.value === null || typeof item.value !== 'object') continue;
    for (const value of Object.values(item.value)) waiting.push({ value, depth: item.depth + 1 });
  }
  return false;
}

/** The same JSON, whatever the order of keys. */
export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue((a as never)[key], (b as never)[key]))
  );
}

export type FoundValues = { values: Json[] } | { reason: string };

/** `$`, `.name`, `['name']`, `[0]`, `[-1]`, `[*]` and `.*` of RFC 9535; anything else is said to be unknown. */
export function valuesAt(root: Json, path: string): FoundValues {
  const steps = stepsOf(path);
  if (!steps) return { reason: `“${path}” is no path: write $.name, ['name'], [0] or [*].` };
  let found: Json[] = [root];
  for (const step of steps) found = found.flatMap((value) => childrenOf(value, step));
  return { values: found };
}

/** Why a path cannot be read, in words; undefined when it can. */
export const pathFault = (path: string): string | undefined => {
  const found = valuesAt(null, path);
  return 'reason' in found ? found.reason : undefined;
};

type Step = { name: string } | { index: number } | 'all';

function stepsOf(path: string): Step[] | undefined {
  const steps: Step[] = [];
  let rest = path.startsWith('$') ? path.slice(1) : `.${path}`;
  while (rest !== '') {
    const part =
      /^\.(?<name>[\p{L}_$][\p{L}\p{N}_$-]*)|^\[(?<index>-?\d{1,9})\]|^\['(?<single>[^']*)'\]|^\["(?<double>[^"]*)"\]|^(?<all>\.\*|\[\*\])/u.exec(
        rest,
      );
    if (!part?.groups) return undefined;
    const { name, index, single, double, all } = part.groups;
    if (all !== undefined) steps.push('all');
    else if (index !== undefined) steps.push({ index: Number(index) });
    else steps.push({ name: name ?? single ?? double ?? '' });
    rest = rest.slice(part[0].length);
  }
  return steps;
}

function childrenOf(value: Json, step: Step): Json[] {
  if (value === null || typeof value !== 'object') return [];
  if (step === 'all') return Object.values(value);
  if ('index' in step) {
    const item = Array.isArray(value) ? value.at(step.index) : undefined;
    return item === undefined ? [] : [item];
  }
  if (Array.isArray(value) || !Object.hasOwn(value, step.name)) return [];
  return [value[step.name] as Json];
}
