/**
 * Order of elements in a Yjs draft. Each element carries a key; elements are sorted by (key, id). A key
 * reads as a fraction between 0 and 1 in base 62 without trailing zeros, so that there is always another
 * key between two, and moving or inserting one element writes one key. Two people who insert at the same
 * place may make the same key; the ids then decide, on every machine alike.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KEY = /^[0-9A-Za-z]{0,499}[1-9A-Za-z]$/;

export function isOrderKey(value: unknown): value is string {
  return typeof value === 'string' && KEY.test(value);
}

/** `count` keys in order between two keys; null stands for the start and the end. `after` < `before`. */
export function orderKeysBetween(after: string | null, before: string | null, count: number): string[] {
  if (count <= 0) return [];
  const middle = orderKeyBetween(after ?? '', before);
  const left = count >> 1;
  return [
    ...orderKeysBetween(after, middle, left),
    middle,
    ...orderKeysBetween(middle, before, count - left - 1),
  ];
}

function orderKeyBetween(after: string, before: string | null): string {
  let key = '';
  let upper = before;
  for (let index = 0; ; index += 1) {
    const low = Math.max(DIGITS.indexOf(after.charAt(index) || '0'), 0);
    const high = upper === null ? DIGITS.length : DIGITS.indexOf(upper.charAt(index) || '0');
    if (high - low > 1) return key + DIGITS.charAt((low + high) >> 1);
    key += DIGITS.charAt(low);
    if (high > low) upper = null;
  }
}
