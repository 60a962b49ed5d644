/** Names under which anything could lie, so that nothing is found: as a whole name, or as the last word of one. */
const wholeNames = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'core',
  'manager',
  'misc',
  'lib',
  'libs',
]);
const lastWords = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'misc']);

/** Style: no drawers. If you need one you have not found the noun. */
export const drawers = {
  name: 'drawers',
  sentence: 'no file or folder is named like a drawer',
  check({ paths }) {
    const looked = paths.filter((path) => !path.includes('/fixtures/'));
    const violations = looked
      .filter((path) => path.split('/').some(isDrawer))
      .map((file) => ({ file, line: 1, message: 'is named like a drawer; name it after what it holds' }));
    return { looked: looked.length, violations };
  },
};

function isDrawer(part) {
  const name = part.replace(/\..*$/, '').toLowerCase();
  return wholeNames.has(name) || lastWords.has(name.split('-').at(-1));
}
