import type { DocumentVariable } from './merge-variables.ts';
import { documentProblem } from './parsed-document.ts';
import type { DocumentProblem, PromptDocument } from './shape.ts';

/** Variables declared twice or never used, and names of a text that nothing declares. */
export function checkDeclarations(
  document: PromptDocument,
  variables: readonly DocumentVariable[],
): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const names = new Set<string>();
  for (const { name } of document.variables) {
    if (names.has(name)) {
      const message = `"${name}" is declared twice; the first declaration counts.`;
      problems.push(
        documentProblem({ severity: 'error', code: 'variable.duplicate', message, subject: name }),
      );
    }
    names.add(name);
  }
  for (const { name, declared, useCount, firstUse, included } of variables) {
    if (declared && useCount === 0 && !included) {
      const message = `"${name}" is declared but no text uses it.`;
      problems.push(documentProblem({ severity: 'info', code: 'variable.unused', message, subject: name }));
    }
    if (!declared && firstUse) {
      const message = `"${name}" is not declared; its type is a guess.`;
      const { sectionId, from, to } = firstUse;
      problems.push({
        severity: 'info',
        code: 'variable.undeclared',
        message,
        subject: name,
        sectionId,
        from,
        to,
      });
    }
  }
  return problems;
}

/** The same thing may be found in the text and while rendering; it is told once. */
export function dropRepeats(problems: readonly DocumentProblem[]): DocumentProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, subject, sectionId, from }) => {
    const place = code === 'variable.missing' ? [] : [sectionId, from.offset];
    const key = JSON.stringify([code, subject, ...place]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
