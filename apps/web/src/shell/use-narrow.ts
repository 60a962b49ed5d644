import { useSyncExternalStore } from 'react';

/** The same border as the `md` breakpoint of the tokens. */
const query = '(max-width: 767px)';

const listen = (listener: () => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** Whether the window is as narrow as a phone. Prefer CSS; this is for what must not exist twice. */
export const useNarrow = () => useSyncExternalStore(listen, () => matchMedia(query).matches);
