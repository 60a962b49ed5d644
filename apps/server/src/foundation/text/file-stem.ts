/** A name as the beginning of a file's name, on every system; `otherwise` where nothing of it may stand in one. */
export const fileStem = (name: string, otherwise: string): string =>
  name
    .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim() || otherwise;
