/** Values of a template: own properties of plain objects and items of lists; never prototypes. */
export type Values = Record<string, unknown>;

/** Innermost value first. */
export type Context = { value: unknown; outer: Context | undefined };

export type Found = { found: boolean; value: unknown };

const MISSING: Found = { found: false, value: undefined };

/**
 * Finds a name in the context: its first segment in the innermost context that has it, the rest inside
 * that value. An empty path is the innermost value itself.
 */
export function lookUp(context: Context | undefined, path: readonly string[]): Found {
  const first = path[0];
  if (first === undefined) return context ? { found: true, value: context.value } : MISSING;
  let current = MISSING;
  for (let frame = context; frame && !current.found; frame = frame.outer) {
    current = readProperty(frame.value, first);
  }
  for (let index = 1; index < path.length && current.found; index += 1) {
    current = readProperty(current.value, path[index] as string);
  }
  return current.value === undefined || typeof current.value === 'function' ? MISSING : current;
}

function readProperty(value: unknown, key: string): Found {
  if (value === null || typeof value !== 'object') return MISSING;
  if (Array.isArray(value)) {
    if (!/^(?:0|[1-9]\d{0,8})$/.test(key)) return MISSING;
    const index = Number(key);
    return index < value.length ? { found: true, value: value[index] } : MISSING;
  }
  if (!Object.hasOwn(value, key)) return MISSING;
  return { found: true, value: (value as Values)[key] };
}

/** A section shows for everything but false, null, 0, NaN, the empty text and the empty list. */
export function isShown(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
