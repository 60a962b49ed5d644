import { posix } from 'node:path';
import ts from 'typescript';

/**
 * One file as the laws see it. Reading a file into a tree is the expensive part, so it is done once, when first asked for.
 * Paths are relative to the root and use `/`.
 */
export function sourceFile(path, text) {
  let tree;
  let found;
  return {
    path,
    text,
    name: posix.basename(path),
    isTest:
      /\.test\.[cm]?tsx?$/.test(path) || path.startsWith('tests/') || path.startsWith('packages/testing/'),
    get tree() {
      tree ??= ts.createSourceFile(
        path,
        text,
        ts.ScriptTarget.Latest,
        true,
        path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
      );
      return tree;
    },
    get imports() {
      found ??= readImports(this);
      return found;
    },
    lineOf(node) {
      return this.tree.getLineAndCharacterOfPosition(node.getStart(this.tree)).line + 1;
    },
    /** Calls `visit` with every node of the file, parents first. */
    walk(visit) {
      const step = (node) => {
        visit(node);
        ts.forEachChild(node, step);
      };
      step(this.tree);
    },
  };
}

/**
 * Everything a file takes from others: imports, re-exports and dynamic imports of a fixed name.
 * `names` maps what the other file calls a thing to what this file calls it; `*` is the whole namespace.
 */
function readImports(file) {
  const imports = [];
  const note = (node, specifier, typeOnly, names) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const target = specifier.text.startsWith('.')
      ? posix.join(posix.dirname(file.path), specifier.text)
      : undefined;
    imports.push({ specifier: specifier.text, target, typeOnly, names, line: file.lineOf(node) });
  };
  file.walk((node) => {
    if (ts.isImportDeclaration(node)) note(node, node.moduleSpecifier, ...importedNames(node.importClause));
    else if (ts.isExportDeclaration(node)) note(node, node.moduleSpecifier, ...exportedNames(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      note(node, node.arguments[0], false, [{ name: '*', local: '' }]);
  });
  return imports;
}

function importedNames(clause) {
  if (!clause) return [false, []];
  const names = clause.name ? [{ name: 'default', local: clause.name.text }] : [];
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) names.push({ name: '*', local: bindings.name.text });
  const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  for (const element of elements) {
    if (!element.isTypeOnly)
      names.push({ name: (element.propertyName ?? element.name).text, local: element.name.text });
  }
  const onlyTypes = clause.isTypeOnly || (elements.length > 0 && names.length === 0);
  return [onlyTypes, names];
}

function exportedNames(node) {
  const elements =
    node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
  const values = elements.filter((element) => !element.isTypeOnly);
  const names = values.map((element) => ({
    name: (element.propertyName ?? element.name).text,
    local: element.name.text,
  }));
  return [node.isTypeOnly || (elements.length > 0 && values.length === 0), names];
}

/** Where a file stands: `{ app, space, name, inside }` for a file of a module of the server or the web app. */
export function moduleOf(path) {
  const match = /^apps\/(server|web)\/src\/modules\/([^/]+)\/([^/]+)\/(.+)$/.exec(path);
  return match ? { app: match[1], space: match[2], name: match[3], inside: match[4] } : undefined;
}

/** A module asks the database in `repository.ts`, or, where that grew, in the files of `repository/`. */
export const isRepository = (inside) => /^repository(\/[^/]+)?\.ts$/.test(inside ?? '');
