import { useRef } from 'react';

/**
 * Passes over calls while one before goes on. The second press of a double click comes before the page can show that
 * it is busy, and what costs must not be done twice.
 */
export function useSole<Given extends unknown[]>(act: (...given: Given) => Promise<void>) {
  const goesOn = useRef(false);
  return async (...given: Given): Promise<void> => {
    if (goesOn.current) return;
    goesOn.current = true;
    try {
      await act(...given);
    } finally {
      goesOn.current = false;
    }
  };
}
