const named = /(^|-)testing\.tsx?$|^random-[a-z-]+\.tsx?$/;

/**
 * What tests share among themselves (`runs-testing.ts`, `random-documents.ts`) is part of them: by its name, and
 * because nobody but tests imports it. The name alone would be a way around the laws, and the imports alone would
 * take in whatever is found by folder or not used yet.
 */
export function markTestAids(files) {
  const importers = new Map();
  for (const file of files)
    for (const { target } of file.imports)
      if (target) importers.set(target, [...(importers.get(target) ?? []), file]);
  const aids = files.filter(({ name }) => named.test(name));
  const isAid = ({ path }) => (importers.get(path) ?? []).every((one) => one.isTest || aids.includes(one));
  for (const aid of aids.filter(isAid)) aid.isTest = true;
  return files;
}
