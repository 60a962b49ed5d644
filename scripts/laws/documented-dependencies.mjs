const page = 'docs/dependencies.md';

/** Every package used directly has its reason on one page, and the page names no other. */
export const documentedDependencies = {
  name: 'documented-dependencies',
  sentence: `${page} gives one reason for each direct dependency`,
  check({ paths, read }) {
    const used = directDependencies(paths, read);
    const lines = paths.includes(page) ? read(page).split('\n') : [];
    const reasons = new Map();
    const violations = [];
    for (const [index, line] of lines.entries()) {
      const [, name, reason] = /^\| ([@\w./-]+) \| (.*) \|$/.exec(line) ?? [];
      if (!name || name === 'Package') continue;
      const report = (message) => violations.push({ file: page, line: index + 1, message });
      if (!used.has(name)) report(`${name} is not used any more`);
      else if (reasons.has(name)) report(`${name} is named twice`);
      else if (!reason.trim()) report(`${name} has no reason`);
      reasons.set(name, reason);
    }
    for (const [name, file] of used)
      if (!reasons.has(name)) violations.push({ file, line: 1, message: `${name} has no reason in ${page}` });
    return { looked: used.size, violations };
  },
};

/** Names of all direct dependencies but our own workspaces → the package.json that has it. */
function directDependencies(paths, read) {
  const used = new Map();
  for (const path of paths.filter((one) => /^((apps|packages|tests)\/[^/]+\/)?package\.json$/.test(one))) {
    const { dependencies, devDependencies } = JSON.parse(read(path));
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      if (!name.startsWith('@promptvault/') && !used.has(name)) used.set(name, path);
  }
  return used;
}
