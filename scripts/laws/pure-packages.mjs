import ts from 'typescript';

export const purePackages = [
  'template',
  'document',
  'merge',
  'edits',
  'tokens',
  'context',
  'codemap',
  'importers',
  'markdown',
];
const inPure = new RegExp(`^packages/(${purePackages.join('|')})/src/`);

/** Globals that reach the network, the machine, the page, the clock or chance. */
const impure = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'process',
  'Buffer',
  'window',
  'document',
  'navigator',
  'localStorage',
  'indexedDB',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'performance',
  'crypto',
  'console',
  'require',
  'Deno',
  'Bun',
]);
const impureMembers = new Set(['Date.now', 'Math.random']);

/** Law 1: pure packages run everywhere and answer the same to the same: clock, chance and network are passed in. */
export const purity = {
  name: 'purity',
  sentence: 'pure packages use no machine, page, network, clock or chance',
  check({ files }) {
    const looked = files.filter((file) => inPure.test(file.path) && !file.isTest);
    return { looked: looked.length, violations: looked.flatMap(judge) };
  },
};

function judge(file) {
  const violations = [];
  const declared = declaredNames(file);
  const report = (node, what) =>
    violations.push({
      file: file.path,
      line: file.lineOf(node),
      message: `uses ${what}; let the caller pass it in`,
    });
  for (const { specifier, line } of file.imports) {
    if (specifier.startsWith('node:'))
      violations.push({
        file: file.path,
        line,
        message: `imports ${specifier}; a pure package runs in browsers too`,
      });
  }
  file.walk((node) => {
    if (ts.isNewExpression(node) && node.expression.getText(file.tree) === 'Date' && !node.arguments?.length)
      report(node, 'new Date()');
    else if (ts.isPropertyAccessExpression(node) && impureMembers.has(node.getText(file.tree)))
      report(node, node.getText(file.tree));
    else if (ts.isIdentifier(node) && impure.has(node.text) && !declared.has(node.text) && isValue(node))
      report(node, node.text);
  });
  return violations;
}

/** Names this file gives to things of its own: a parameter called `document` is a prompt document, not the page. */
function declaredNames(file) {
  const names = new Set(file.imports.flatMap((entry) => entry.names.map(({ local }) => local)));
  file.walk((node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

/** Whether an identifier is looked up, and not a property, a key or part of a type. */
function isValue(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  if (
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent)
  )
    return false;
  return (
    !ts.isTypeNode(parent) &&
    !ts.isImportSpecifier(parent) &&
    !ts.isExportSpecifier(parent) &&
    !ts.isJsxAttribute(parent) &&
    !ts.isQualifiedName(parent) &&
    !ts.isLiteralTypeNode(parent)
  );
}
