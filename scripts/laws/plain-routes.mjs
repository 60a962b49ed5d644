import ts from 'typescript';
import { moduleOf } from './source-file.mjs';

const isBranch = (node) =>
  ts.isIfStatement(node) ||
  ts.isConditionalExpression(node) ||
  ts.isSwitchStatement(node) ||
  ts.isIterationStatement(node, false) ||
  ts.isTryStatement(node);

/** routes.ts reads as sentences: contract → operation → view. Decisions belong into operations. */
export const plainRoutes = {
  name: 'plain-routes',
  sentence: 'routes.ts of a module decides nothing',
  check({ files }) {
    const looked = files.filter((file) => moduleOf(file.path)?.app === 'server' && file.name === 'routes.ts');
    const violations = looked.flatMap((file) => {
      const branches = [];
      file.walk((node) => {
        if (isBranch(node))
          branches.push({
            file: file.path,
            line: file.lineOf(node),
            message: 'decides something; move it into the operation',
          });
      });
      return branches;
    });
    return { looked: looked.length, violations };
  },
};
