let fresh: string | undefined;

/** Remembers the prompt that was just made in this tab: its title is still to be given. */
export const markFresh = (id: string): void => {
  fresh = id;
};

/** Whether the prompt was just made here and has not been opened since. */
export const isFresh = (id: string): boolean => fresh === id;

/** From here on the prompt is one like all others. */
export const notFresh = (id: string): void => {
  if (fresh === id) fresh = undefined;
};
