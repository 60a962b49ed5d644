import ts from 'typescript';
import { moduleOf } from './source-file.mjs';

/** Law 4: domain code throws only the module's declared errors, made by their catalogue: `throw PromptError.name_taken({ name })`. */
export const declaredErrors = {
  name: 'declared-errors',
  sentence: "a server module throws only its catalogue's errors",
  check({ files }) {
    const looked = files.filter((file) => moduleOf(file.path)?.app === 'server' && !file.isTest);
    return { looked: looked.length, violations: looked.flatMap(judge) };
  },
};

function judge(file) {
  const violations = [];
  file.walk((node) => {
    if (!ts.isThrowStatement(node)) return;
    const thrown = node.expression;
    const declared =
      ts.isCallExpression(thrown) && /^\w*Error\.\w+$/.test(thrown.expression.getText(file.tree));
    // A caught error passed on unchanged is still the one that was declared.
    if (declared || ts.isIdentifier(thrown)) return;
    violations.push({
      file: file.path,
      line: file.lineOf(node),
      message: `throws ${thrown.getText(file.tree).slice(0, 60)}; declare the error in the catalogue and throw it from there`,
    });
  });
  return violations;
}
