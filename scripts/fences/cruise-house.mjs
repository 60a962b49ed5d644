import { cruise } from 'dependency-cruiser';
import { readHouse } from '../laws/read-house.mjs';
import { floorFences } from './floors.mjs';
import { moduleFences } from './module-order.mjs';

/**
 * Follows every import of the house and reports those that cross a fence.
 * @returns {Promise<{ looked: number, unseen: string[], violations: { from: string, to: string, fence: string, comment: string }[] }>}
 *   `unseen` are sources on disk that were not cruised: a fence that silently sees nothing shows up there.
 */
export async function cruiseHouse(root) {
  const { files, order } = readHouse(root);
  const sources = files.map(({ path }) => path).filter((path) => /^(apps|packages|tests)\//.test(path));
  const forbidden = [...floorFences, ...moduleFences(order)];
  const { output } = await cruise(
    sources,
    {
      baseDir: root,
      ruleSet: { forbidden, options: {} },
      validate: true,
      tsPreCompilationDeps: true,
      combinedDependencies: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '[.](css|json|svg|wasm|woff2|md)$|[?](raw|url|worker|inline)$' },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types', 'node', 'require'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
      symlinks: true,
    },
  );
  const testAids = new Set(files.filter(({ isTest }) => isTest).map(({ path }) => path));
  const sparesTests = new Set(
    forbidden.filter(({ from }) => String(from.pathNot).includes('test')).map(({ name }) => name),
  );
  const seen = new Set(output.modules.map(({ source }) => source));
  return {
    looked: sources.filter((path) => seen.has(path)).length,
    unseen: sources.filter((path) => !seen.has(path)),
    violations: output.summary.violations
      .filter(({ from, rule }) => !(sparesTests.has(rule.name) && testAids.has(from)))
      .map(({ from, to, rule }) => ({
        from,
        to,
        fence: rule.name,
        comment: forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
      })),
  };
}
