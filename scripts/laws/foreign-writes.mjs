import ts from 'typescript';
import { isRepository, moduleOf } from './source-file.mjs';

const writing = new Set(['insert', 'update', 'delete']);
const writesNext = /\b(insert\s+into|update|delete\s+from)\s+$/i;
const writesName = /\b(?:insert\s+into|update|delete\s+from)\s+"?(\w+)"?/gi;

/** A repository may join the tables of earlier modules, but only their owner writes them. */
export const foreignWrites = {
  name: 'foreign-writes',
  sentence: 'no module writes the tables of another',
  check({ files }) {
    const own = files.filter((file) => moduleOf(file.path)?.app === 'server' && !file.isTest);
    const owners = tableOwners(own);
    const looked = own.filter((file) => isRepository(moduleOf(file.path).inside));
    return { looked: looked.length, violations: looked.flatMap((file) => judge(file, owners)) };
  },
};

const ownerOf = (path) => path.split('/').slice(0, 6).join('/');

/** Table names as SQL spells them → the folder of the module that declares them. */
function tableOwners(files) {
  const owners = new Map();
  for (const file of files.filter(({ name }) => name === 'schema.ts')) {
    file.walk((node) => {
      const first =
        ts.isCallExpression(node) && /table$/i.test(node.expression.getText(file.tree)) && node.arguments[0];
      if (first && ts.isStringLiteralLike(first)) owners.set(first.text, ownerOf(file.path));
    });
  }
  return owners;
}

function judge(file, owners) {
  const here = ownerOf(file.path);
  const foreign = new Set(
    file.imports
      .filter(({ target }) => target && moduleOf(target) && ownerOf(target) !== here)
      .flatMap(({ names }) => names.map(({ local }) => local)),
  );
  const isForeign = (text) => foreign.has(text.split('.')[0]);
  const violations = [];
  const report = (node, table) =>
    violations.push({
      file: file.path,
      line: file.lineOf(node),
      message: `writes ${table}, which another module owns; call its front door`,
    });
  file.walk((node) => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      writing.has(node.expression.name.text)
    ) {
      const table = node.arguments[0]?.getText(file.tree) ?? '';
      if (isForeign(table)) report(node, table);
    }
    if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText(file.tree))) {
      for (const table of writtenBySql(node.template, file, isForeign, owners, here)) report(node, table);
    }
  });
  return violations;
}

/** Tables that raw SQL writes: named in its text, or put in where a table is written. */
function writtenBySql(template, file, isForeign, owners, here) {
  const texts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  const spans = ts.isNoSubstitutionTemplateLiteral(template)
    ? []
    : template.templateSpans.map((span) => span.expression.getText(file.tree));
  const placed = spans.filter((span, index) => writesNext.test(texts[index]) && isForeign(span));
  const named = texts.flatMap((text) => [...text.matchAll(writesName)].map(([, name]) => name));
  return [...placed, ...named.filter((name) => owners.has(name) && owners.get(name) !== here)];
}
