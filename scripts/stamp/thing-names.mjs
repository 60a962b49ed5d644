const pascal = (kebab) => kebab.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
const camel = (kebab) => pascal(kebab).replace(/^./, (letter) => letter.toLowerCase());
const capital = (words) => words.replace(/^./, (letter) => letter.toUpperCase());

/** English as far as module names need it; where it is wrong, the thing is named by hand. */
export const singular = (plural) =>
  plural
    .replace(/ies$/, 'y')
    .replace(/(x|ch|sh|ss)es$/, '$1')
    .replace(/([^s])s$/, '$1');
export const plural = (thing) =>
  /[^aeiou]y$/.test(thing)
    ? thing.replace(/y$/, 'ies')
    : /(x|ch|sh|s)$/.test(thing)
      ? `${thing}es`
      : `${thing}s`;

/** Every form in which the plan spells the module and the thing it holds. */
export function thingNames(space, module, thing = singular(module)) {
  const things = plural(thing);
  const words = thing.replaceAll('-', ' ');
  const wordses = things.replaceAll('-', ' ');
  return {
    __space__: space,
    __module__: module,
    __thing__: camel(thing),
    __Thing__: pascal(thing),
    __Things__: pascal(things),
    __thing_name__: thing.replaceAll('-', '_'),
    '__thing-name__': thing,
    '__things-name__': things,
    __words__: words,
    __Words__: capital(words),
    __wordses__: wordses,
    __Wordses__: capital(wordses),
  };
}
