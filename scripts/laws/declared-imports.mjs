import { builtinModules } from 'node:module';

const builtin = new Set(builtinModules);
const notAPackage = /^(\.|#|node:|virtual:|[a-z]+:)/;
/** Files that only developers run. */
const isConfig = (path) => /\.config\.ts$|^apps\/server\/src\/generate\.ts$/.test(path);
const workspaceOf = (path) => path.split('/').slice(0, 2).join('/');
const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Law 1: every import from a package is declared by the workspace that uses it; npm's hoisting hides undeclared ones.
 * Sources need a dependency; tests, configurations and types are content with a development dependency,
 * and tests with a tool of the root, which all workspaces use in the same version.
 */
export const declaredImports = {
  name: 'declared-imports',
  sentence: 'every workspace declares what it imports',
  check({ files, paths, read }) {
    const workspaces = new Map(
      paths
        .filter((path) => /^(apps|packages|tests)\/[^/]+\/package\.json$/.test(path))
        .map((path) => [workspaceOf(path), JSON.parse(read(path))]),
    );
    const tools = paths.includes('package.json') ? JSON.parse(read('package.json')).devDependencies : {};
    const looked = files.filter((file) => workspaces.has(workspaceOf(file.path)));
    const violations = looked.flatMap((file) => {
      const inDevelopment = file.isTest || isConfig(file.path);
      return judge(file, workspaces.get(workspaceOf(file.path)), inDevelopment ? tools : undefined);
    });
    return { looked: looked.length, violations };
  },
};

/** `tools` are given where development dependencies will do. */
function judge(file, { name, dependencies = {}, devDependencies = {} }, tools) {
  const mayUse = ({ wanted, typeOnly }) => {
    if (wanted === name || wanted in dependencies) return true;
    if (tools && wanted in tools) return true;
    return Boolean(tools || typeOnly) && (wanted in devDependencies || `@types/${wanted}` in devDependencies);
  };
  return file.imports
    .filter(({ specifier }) => !notAPackage.test(specifier) && !builtin.has(specifier))
    .map((entry) => ({ ...entry, wanted: packageOf(entry.specifier) }))
    .filter((entry) => !mayUse(entry))
    .map(({ wanted, line }) => ({
      file: file.path,
      line,
      message: `imports ${wanted}, which ${name} does not declare`,
    }));
}
