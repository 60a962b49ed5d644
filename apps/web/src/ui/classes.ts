/** Joins class names and leaves out what is none: `classes('a', wide && 'b')`. */
export const classes = (...names: unknown[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');
