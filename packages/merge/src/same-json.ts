/** Whether two JSON values mean the same; the order of keys does not matter, undefined is an absent key. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSame(item, other[index]));
  }
  const keys = keysOf(one);
  if (keys.length !== keysOf(other).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

const keysOf = (value: object) =>
  Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [key]));
