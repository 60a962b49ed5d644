import ts from 'typescript';
import { moduleOf } from './source-file.mjs';

const bareError = /(Error|Exception)$/;

/**
 * Law 4: domain code throws only the module's declared errors, made by their catalogue:
 * `throw PromptError.name_taken({ name })`. A caught error may be passed on, and a function may pick one.
 */
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
  const report = (node) =>
    violations.push({
      file: file.path,
      line: file.lineOf(node),
      message: `makes an error by hand: ${node.getText(file.tree).slice(0, 60)}; declare it in the catalogue and throw it from there`,
    });
  file.walk((node) => {
    const makes = ts.isNewExpression(node) || ts.isCallExpression(node);
    const name = makes && ts.isIdentifier(node.expression) ? node.expression.text : '';
    const byHand = ts.isNewExpression(node) ? bareError.test(name) : /^(Type|Range|Syntax)?Error$/.test(name);
    if (byHand) report(node);
    if (ts.isThrowStatement(node) && isNoError(node.expression)) report(node);
  });
  return violations;
}

const isNoError = (thrown) =>
  ts.isLiteralExpression(thrown) || ts.isTemplateExpression(thrown) || ts.isObjectLiteralExpression(thrown);
