import ts from 'typescript';
import { isRepository, moduleOf } from './source-file.mjs';

const isDatabase = (specifier) =>
  /^(drizzle-orm|pg|pg-boss|@electric-sql\/.*|@better-auth\/drizzle-adapter)(\/|$)/.test(specifier);
const isDoor = (inside) => inside === 'schema.ts' || isRepository(inside);
const readsSchema = (inside) => isDoor(inside) || inside === 'policy.ts' || inside === 'module.ts';
/** What a policy needs to say as SQL which rows a person may see. */
const conditions = new Set([
  'sql',
  'SQL',
  'and',
  'or',
  'not',
  'eq',
  'ne',
  'inArray',
  'isNull',
  'isNotNull',
  'exists',
]);
const statements = new Set([
  'select',
  'selectDistinct',
  'insert',
  'update',
  'delete',
  'execute',
  'query',
  'transaction',
]);

/** Law 2: only `repository.ts` (or the files of `repository/`) and `schema.ts` touch the database. */
export const databaseDoors = {
  name: 'database-doors',
  sentence: 'only the repository and schema.ts talk to the database',
  check({ files }) {
    const looked = files.filter((file) => file.path.startsWith('apps/server/src/') && !file.isTest);
    const violations = looked.filter((file) => !ownsTheDatabase(file.path)).flatMap(judge);
    return { looked: looked.length, violations };
  },
};

/** The foundation's own doors, and Better Auth's adapter, which is a repository of identity. */
const ownsTheDatabase = (path) =>
  /^apps\/server\/src\/foundation\/(db|jobs|bus|limits)\//.test(path) ||
  path === 'apps/server/src/modules/account/identity/auth.ts';

function judge(file) {
  const violations = [];
  const inside = moduleOf(file.path)?.inside;
  for (const { specifier, target, typeOnly, names, line } of file.imports) {
    if (typeOnly) continue;
    const report = (message) => violations.push({ file: file.path, line, message });
    if (
      isDatabase(specifier) &&
      !isDoor(inside) &&
      !(inside === 'policy.ts' && onlyConditions(specifier, names))
    )
      report(`imports ${specifier}; move the query to the repository`);
    if (target?.endsWith('/schema.ts') && moduleOf(target) && !readsSchema(inside))
      report(
        `imports tables from ${specifier}; take rows from the repository (types may be imported with "import type")`,
      );
  }
  if (inside && !isDoor(inside)) violations.push(...statementsOn(file));
  return violations;
}

const onlyConditions = (specifier, names) =>
  specifier === 'drizzle-orm' && names.every(({ name }) => conditions.has(name));

function statementsOn(file) {
  const violations = [];
  file.walk((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { expression: subject, name } = node.expression;
    if (!statements.has(name.text) || !/(^|\.)(tx|db)$/.test(subject.getText(file.tree))) return;
    violations.push({
      file: file.path,
      line: file.lineOf(node),
      message: `calls ${subject.getText(file.tree)}.${name.text}(); move the statement to the repository`,
    });
  });
  return violations;
}
