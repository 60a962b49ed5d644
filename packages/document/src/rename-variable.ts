import { isVariableName, listNames, parse } from '@promptvault/template';
import { applyEdits, type DocumentEdit } from './document-edits.ts';
import { documentVariables } from './document-variables.ts';
import { documentProblem } from './parsed-document.ts';
import type { ReadOptions } from './read-document.ts';
import type { DocumentProblem, PromptDocument } from './shape.ts';
import { type DocumentSymbol, findUses, isOrBeginsWith, listSymbols } from './symbols.ts';

export type Renaming = { edits: DocumentEdit[]; problems: DocumentProblem[] };

/**
 * Renames a variable, or a field of a list's items, everywhere in a document: declarations, texts, opening and
 * closing tags, dynamic names, and every dotted name that begins with it. Answers edits for `applyEdits`; there
 * are none when a problem has severity `error`: `rename.bad_name`, `rename.taken` (the new name is in use),
 * `rename.captured` (in a list around a use the new name would be read from the item), `rename.unknown`. A
 * warning is `rename.included`: an included prompt goes on reading the old name.
 */
export function renameVariable(
  document: PromptDocument,
  symbol: Extract<DocumentSymbol, { kind: 'variable' | 'field' }>,
  newName: string,
  options: ReadOptions = {},
): Renaming {
  const { name } = symbol;
  if (newName === name) return { edits: [], problems: [] };
  if (newName === '.' || !isVariableName(newName))
    return refuse('bad_name', newName, `"${newName}" cannot be a name: use letters, digits, _ and -.`);
  const clash = findClash(document, symbol, newName, options);
  if (clash) return clash;

  const texts = findUses(document, symbol, options).map(
    ({ sectionId, from, to }): DocumentEdit => ({ kind: 'text', sectionId, from, to, insert: newName }),
  );
  const declarations = symbol.kind === 'field' ? [] : document.variables;
  const names = declarations.flatMap((variable): DocumentEdit[] => {
    if (!isOrBeginsWith(variable.name, name)) return [];
    const renamed = newName + variable.name.slice(name.length);
    return [{ kind: 'variable', id: variable.id, name: renamed }];
  });
  const edits = [...names, ...texts];
  if (edits.length === 0) return refuse('unknown', name, `No text uses "${name}" and nothing declares it.`);
  if (!keepsTags(document, edits))
    return refuse('bad_name', newName, `With "${newName}" the tags of a text would mean something else.`);
  return { edits, problems: warnIncluded(document, symbol, options) };
}

function findClash(
  document: PromptDocument,
  symbol: Extract<DocumentSymbol, { kind: 'variable' | 'field' }>,
  newName: string,
  options: ReadOptions,
): Renaming | undefined {
  const places = listSymbols(document, options);
  const root = newName.split('.', 1)[0] as string;
  const taken = places.some(
    (place) =>
      place.symbol.kind === symbol.kind &&
      (place.symbol.kind !== 'field' || symbol.kind !== 'field' || place.symbol.of === symbol.of) &&
      isOrBeginsWith(
        place.symbol.kind === 'variable' || place.symbol.kind === 'field' ? place.symbol.name : '',
        newName,
      ),
  );
  const declared =
    symbol.kind === 'variable' && document.variables.some(({ name }) => isOrBeginsWith(name, newName));
  if (taken || declared) return refuse('taken', newName, `"${newName}" is in use already.`);

  if (symbol.kind === 'field') return undefined;
  const captor = places.find(
    (place) =>
      place.symbol.kind === 'variable' &&
      isOrBeginsWith(place.symbol.name, symbol.name) &&
      places.some(
        ({ symbol: field }) =>
          field.kind === 'field' && place.scopes.includes(field.of) && field.name.split('.', 1)[0] === root,
      ),
  );
  if (!captor) return undefined;
  const list = captor.scopes.join(' → ');
  return refuse(
    'captured',
    newName,
    `In ${list} "${newName}" is read from each item, so it would hide the variable.`,
  );
}

/** The texts must have the same tags as before: a name such as `$x` would turn a variable into a block. */
function keepsTags(document: PromptDocument, edits: readonly DocumentEdit[]): boolean {
  const kindsOf = ({ sections, delimiters }: PromptDocument) =>
    sections.map(({ text }) =>
      listNames(parse(text, { delimiters }))
        .map(({ as }) => as)
        .join(),
    );
  const [before, after] = [kindsOf(document), kindsOf(applyEdits(document, edits))];
  return before.every((kinds, index) => kinds === after[index]);
}

function warnIncluded(
  document: PromptDocument,
  symbol: DocumentSymbol,
  options: ReadOptions,
): DocumentProblem[] {
  if (symbol.kind !== 'variable' || !options.partial) return [];
  const { name } = symbol;
  const read = documentVariables(document, options).some(
    (variable) => variable.included && isOrBeginsWith(variable.name, name),
  );
  if (!read) return [];
  const message = `A prompt that is taken in reads "${name}" too, and goes on to do so under this name.`;
  return [documentProblem({ severity: 'warning', code: 'rename.included', message, subject: name })];
}

function refuse(code: string, subject: string, message: string): Renaming {
  return {
    edits: [],
    problems: [documentProblem({ severity: 'error', code: `rename.${code}`, message, subject })],
  };
}
