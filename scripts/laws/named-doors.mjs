import ts from 'typescript';
import { moduleOf } from './source-file.mjs';

/** A front door names by hand what others may use. */
export const namedDoors = {
  name: 'named-doors',
  sentence: 'index.ts of a module names its exports, never export *',
  check({ files }) {
    const looked = files.filter((file) => /^index\.tsx?$/.test(moduleOf(file.path)?.inside ?? ''));
    const violations = looked.flatMap((file) =>
      file.tree.statements
        .filter(
          (node) =>
            ts.isExportDeclaration(node) &&
            !(node.exportClause && ts.isNamedExports(node.exportClause)) &&
            node.moduleSpecifier,
        )
        .map((node) => ({
          file: file.path,
          line: file.lineOf(node),
          message: 'exports everything; name what others may use',
        })),
    );
    return { looked: looked.length, violations };
  },
};
