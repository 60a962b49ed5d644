/**
 * Compares package-lock.json with the list npm keeps of what it installed (`node_modules/.package-lock.json`).
 * Times cannot tell: a checkout sets them anew. Optional packages of other platforms are never installed.
 * @returns {string | undefined} the first difference in words, undefined when nothing is to be installed.
 */
export function lockDifference(lock, installed) {
  if (!installed) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const there = installed.packages[path];
    if (!there && (entry.optional || entry.devOptional || entry.extraneous)) continue;
    if (!there) return `${path} is missing`;
    if (there.version !== entry.version || there.integrity !== entry.integrity)
      return `${path} is ${there.version ?? 'another one'}`;
  }
  const surplus = Object.keys(installed.packages).find((path) => !(path in lock.packages));
  return surplus ? `${surplus} is no longer wanted` : undefined;
}
