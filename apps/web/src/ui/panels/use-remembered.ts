import { useState } from 'react';

/** State that this browser keeps under a name: widths, open panels. Never anything that matters elsewhere. */
export function useRemembered<Value>(name: string, first: Value): [Value, (next: Value) => void] {
  const key = `promptvault.${name}`;
  const [value, setValue] = useState<Value>(() => {
    try {
      const stored = localStorage.getItem(key);
      return stored === null ? first : (JSON.parse(stored) as Value);
    } catch {
      return first; // Forbidden storage or a value of an older version: begin anew.
    }
  });
  return [
    value,
    (next) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // The page works the same without remembering.
      }
    },
  ];
}
