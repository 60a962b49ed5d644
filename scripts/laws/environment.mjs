import ts from 'typescript';

/** One for each program. */
const readers = ['apps/server/src/foundation/env.ts', 'apps/cli/src/environment.ts'];

/** Law 3: a program reads the environment in one file, parsed once. All programs and what they are made of are looked at. */
export const environment = {
  name: 'environment',
  sentence: `process.env is read in ${readers.join(' and ')} alone`,
  check({ files }) {
    const looked = files.filter(
      (file) => /^(apps|packages)\//.test(file.path) && !file.isTest && !/\.config\.ts$/.test(file.path),
    );
    const violations = looked.filter((file) => !readers.includes(file.path)).flatMap(judge);
    return { looked: looked.length, violations };
  },
};

const isProcess = (text) => /(^|\.)process$/.test(text);

function judge(file) {
  const violations = [];
  const report = (line) =>
    violations.push({
      file: file.path,
      line,
      message: 'reads the environment; take a fact from foundation/env.ts',
    });
  for (const { specifier, names, line } of file.imports) {
    if (/^(node:)?process$/.test(specifier) && names.some(({ name }) => name === 'env')) report(line);
  }
  file.walk((node) => {
    if (
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'env' &&
      isProcess(node.expression.getText(file.tree))
    )
      report(file.lineOf(node));
    else if (
      ts.isElementAccessExpression(node) &&
      /^['"`]env['"`]$/.test(node.argumentExpression.getText(file.tree)) &&
      isProcess(node.expression.getText(file.tree))
    )
      report(file.lineOf(node));
    else if (
      ts.isVariableDeclaration(node) &&
      ts.isObjectBindingPattern(node.name) &&
      node.initializer &&
      isProcess(node.initializer.getText(file.tree))
    ) {
      if (
        node.name.elements.some(
          (element) => (element.propertyName ?? element.name).getText(file.tree) === 'env',
        )
      )
        report(file.lineOf(node));
    }
  });
  return violations;
}
