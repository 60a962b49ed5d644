import { useState } from 'react';

const read = <Value>(key: string, first: Value): Value => {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? first : (JSON.parse(stored) as Value);
  } catch {
    return first; // Forbidden storage, or the value of an older version.
  }
};

/** State of one prompt that this browser keeps: values, chosen models. Takes a step from the latest value. */
export function useKept<Value>(
  name: string,
  first: Value,
): [Value, (step: (before: Value) => Value) => void] {
  const key = `promptvault.studio.${name}`;
  const [value, setValue] = useState<Value>(() => read(key, first));
  return [
    value,
    (step) =>
      setValue((before) => {
        const next = step(before);
        try {
          localStorage.setItem(key, JSON.stringify(next));
        } catch {
          // The page works the same, it only forgets with the tab.
        }
        return next;
      }),
  ];
}
