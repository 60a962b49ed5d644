/** Values of a template: own properties of plain objects and items of lists; never prototypes. */
export type Values = Record<string, unknown>;

/** Innermost value first. */
export type Context = { value: unknown; outer: Context | undefined };

/** What is answered for a name without a value; no value can be it. */
export const MISSING = Symbol('missing');

/**
 * Finds a name in the context: its first segment in the innermost context that has it, the rest inside
 * that value. An empty path is the innermost value itself. Answers `MISSING` where there is nothing.
 */
export function lookUp(context: Context | undefined, path: readonly string[]): unknown {
  const first = path[0];
  if (first === undefined) return context ? toData(context.value) : MISSING;
  let value: unknown = MISSING;
  for (let frame = context; frame && value === MISSING; frame = frame.outer) {
    value = readProperty(frame.value, first);
  }
  for (let index = 1; index < path.length && value !== MISSING; index += 1) {
    value = readProperty(value, path[index] as string);
  }
  return toData(value);
}

function toData(value: unknown): unknown {
  return value === undefined || typeof value === 'function' ? MISSING : value;
}

function readProperty(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return MISSING;
  if (Array.isArray(value)) {
    if (!/^(?:0|[1-9]\d{0,8})$/.test(key)) return MISSING;
    const index = Number(key);
    return index < value.length ? value[index] : MISSING;
  }
  return Object.hasOwn(value, key) ? (value as Values)[key] : MISSING;
}

/** A section shows for everything but false, null, 0, NaN, the empty text and the empty list. */
export function isShown(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
