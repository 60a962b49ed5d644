const secretName =
  /^(.*[-_])?(password|passphrase|secret|token|cookie|authorization|api[-_]?key|private[-_]?key)$|(Password|Secret|Token|ApiKey)$/i;
/** Where PostgreSQL quotes what a row or a parameter holds. */
const quotingFacts = new Set(['detail', 'where', 'params', 'parameters']);
const deepest = 6;
const mostItems = 50;
const longestText = 4_000;

/**
 * A copy of a value that is safe and small enough for a log line: no secrets (by brand and by name), errors
 * with their causes, bounded depth, breadth and length.
 */
export function printable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.length <= longestText
      ? value
      : `${value.slice(0, longestText)}… (${value.length} characters)`;
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return '[function]';
  if (value === null || typeof value !== 'object') return value;
  if (depth >= deepest) return '[deeper]';
  if (value instanceof Error) return printableError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
  if ('toJSON' in value && typeof value.toJSON === 'function') return printable(value.toJSON(), depth + 1);
  if (value instanceof Map || value instanceof Set) return printable([...value], depth);
  if (Array.isArray(value)) return printableList(value, depth);
  return printableEntries(Object.entries(value), depth);
}

function printableList(list: unknown[], depth: number): unknown[] {
  const items = list.slice(0, mostItems).map((item) => printable(item, depth + 1));
  return list.length > mostItems ? [...items, `… ${list.length - mostItems} more`] : items;
}

function printableEntries(entries: [string, unknown][], depth: number): Record<string, unknown> {
  const shown = entries
    .slice(0, mostItems)
    .map(([name, item]): [string, unknown] => [
      name,
      secretName.test(name) && typeof item !== 'number' && typeof item !== 'boolean'
        ? '[secret]'
        : printable(item, depth + 1),
    ]);
  return Object.fromEntries(shown);
}

function printableError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const own = printableEntries(
    Object.entries(error).filter(([key]) => key !== 'cause' && key !== 'name' && !quotingFacts.has(key)),
    depth,
  );
  return {
    ...own,
    name,
    message: printable(message),
    ...(stack ? { stack: printable(stack) } : {}),
    ...(cause === undefined ? {} : { cause: printable(cause, depth + 1) }),
  };
}
