import { isVariableName } from '@promptvault/template';
import { checkDeclarations, dropRepeats } from './check-declarations.ts';
import { checkTools } from './check-tools.ts';
import { coerceValue } from './coerce-value.ts';
import { documentProblem } from './parsed-document.ts';
import { type ReadOptions, readDocument, readingProblems } from './read-document.ts';
import type { DocumentProblem, PromptDocument, Variable } from './shape.ts';

/**
 * What is wrong with a document whatever values it is given: faults of the texts, references that lead nowhere
 * or are not pinned, what it extends, declarations (`variable.duplicate`, `variable.unused`,
 * `variable.undeclared`, `variable.bad_default`, `variable.bad_name`, `variable.no_options`), tools (check-tools.ts).
 * Never throws.
 */
export function checkDocument(document: PromptDocument, options: ReadOptions = {}): DocumentProblem[] {
  const read = readDocument(document, options);
  return dropRepeats([
    ...readingProblems(document, read),
    ...checkDeclarations(document, read.variables),
    ...document.variables.flatMap(checkVariable),
    ...checkTools(document.tools),
  ]);
}

function checkVariable(variable: Variable): DocumentProblem[] {
  const { name, type, options } = variable;
  const problems: DocumentProblem[] = [];
  const add = (severity: DocumentProblem['severity'], code: string, message: string) =>
    problems.push(documentProblem({ severity, code: `variable.${code}`, message, subject: name }));
  const fitted = coerceValue(variable, variable.default);
  if (fitted.outcome === 'misfit') add('error', 'bad_default', `The default of "${name}" ${fitted.reason}.`);
  if (name === '__proto__')
    add('error', 'bad_name', 'No value can be called "__proto__". Choose another name.');
  else if (!isVariableName(name) || name === '.')
    add(
      'warning',
      'bad_name',
      `No text can use "${name}": names are letters, digits, _ and -, joined by dots.`,
    );
  if (type === 'select' && options.length === 0)
    add('warning', 'no_options', `"${name}" is a choice without options, so any text is taken.`);
  return problems;
}
