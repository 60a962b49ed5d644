/**
 * What a name in a text stands for, over a whole document. A name is a field when it is read from each item
 * of a list around it, otherwise a variable. `a.b` is a use of the variable `a` as well as of `a.b`: which
 * one is meant depends on what is declared and where the cursor stands.
 */
import { detectVariables, listNames, type NamePlace } from '@promptvault/template';
import { knownKinds } from './merge-variables.ts';
import type { ParsedSection } from './parsed-document.ts';
import { type ReadOptions, readDocument } from './read-document.ts';
import type { PromptDocument } from './shape.ts';

export type DocumentSymbol =
  | { kind: 'variable'; name: string }
  /** `name` of each item of the list `of`. */
  | { kind: 'field'; name: string; of: string }
  | { kind: 'reference'; reference: string }
  | { kind: 'block'; name: string };

/** A place in the text of a section; `from`…`to` are UTF-16 offsets. */
export type SymbolUse = { sectionId: string; from: number; to: number; as: NamePlace['as'] };

export type SymbolAt = SymbolUse & { symbol: DocumentSymbol };

/** A name of a text with what it stands for; `symbol.name` is the whole dotted name here. */
export type SymbolPlace = SymbolUse & { symbol: DocumentSymbol; scopes: string[] };

/** Every name written in the sections, in their order. Never throws. */
export function listSymbols(document: PromptDocument, options: ReadOptions = {}): SymbolPlace[] {
  const { own, included, composition } = readDocument(document, options);
  const known = knownKinds(document.variables, [...composition.variables, ...included.variables]);
  return own.flatMap((parsed) => listSectionSymbols(parsed, known));
}

function listSectionSymbols(
  { section, template }: ParsedSection,
  known: ReturnType<typeof knownKinds>,
): SymbolPlace[] {
  const owners = new Map<string, string>();
  for (const { name, fields } of detectVariables(template, known)) {
    for (const field of fields) owners.set(field, name);
  }
  const opened = new Map<number, DocumentSymbol>();
  return listNames(template).flatMap(({ name, as, from, to, scopes, openedAt }): SymbolPlace[] => {
    if (name === '.') return [];
    const symbol = as === 'close' ? opened.get(openedAt) : toSymbol(name, as, owners);
    if (!symbol) return [];
    opened.set(openedAt, symbol);
    return [{ sectionId: section.id, symbol, as, from, to, scopes }];
  });
}

function toSymbol(name: string, as: NamePlace['as'], owners: ReadonlyMap<string, string>): DocumentSymbol {
  if (as === 'partial' || as === 'parent') return { kind: 'reference', reference: name };
  if (as === 'block') return { kind: 'block', name };
  const of = owners.get(name);
  return of === undefined ? { kind: 'variable', name } : { kind: 'field', name, of };
}

/**
 * What stands at an offset of a section; undefined between names. Of a dotted name it is the declared variable
 * it begins with, else the part up to the segment under the cursor.
 */
export function findSymbolAt(
  document: PromptDocument,
  place: { sectionId: string; offset: number },
  options: ReadOptions = {},
): SymbolAt | undefined {
  const found = listSymbols(document, options).find(
    ({ sectionId, from, to }) => sectionId === place.sectionId && from <= place.offset && place.offset <= to,
  );
  if (!found) return undefined;
  const { sectionId, from, as, symbol } = found;
  if (symbol.kind === 'reference' || symbol.kind === 'block')
    return { sectionId, from, to: found.to, as, symbol };
  const name = choosePrefix(document, symbol, place.offset - from);
  return { sectionId, from, to: from + name.length, as, symbol: { ...symbol, name } };
}

function choosePrefix(
  document: PromptDocument,
  symbol: DocumentSymbol & { name: string },
  at: number,
): string {
  const { name } = symbol;
  if (symbol.kind === 'variable') {
    const declared = document.variables
      .filter((variable) => isOrBeginsWith(name, variable.name))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (declared) return declared.name;
  }
  const dot = name.indexOf('.', at);
  return dot === -1 ? name : name.slice(0, dot);
}

/** `a.b` is, or begins with, `a` and `a.b`, but not `a.bc`. */
export function isOrBeginsWith(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}.`);
}

/** Every place of a symbol, closing tags included; of a variable or field each range covers its own name alone. */
export function findUses(
  document: PromptDocument,
  symbol: DocumentSymbol,
  options: ReadOptions = {},
): SymbolUse[] {
  return listSymbols(document, options).flatMap((place): SymbolUse[] => {
    const length = matchLength(place.symbol, symbol);
    if (length === undefined) return [];
    const { sectionId, from, as } = place;
    return [{ sectionId, from, to: length === 0 ? place.to : from + length, as }];
  });
}

/** How much of a name belongs to the wanted symbol; 0 for all of it. */
function matchLength(found: DocumentSymbol, wanted: DocumentSymbol): number | undefined {
  if (found.kind === 'reference')
    return wanted.kind === 'reference' && found.reference === wanted.reference ? 0 : undefined;
  if (wanted.kind === 'reference' || found.kind !== wanted.kind) return undefined;
  if (found.kind === 'block') return found.name === wanted.name ? 0 : undefined;
  if (found.kind === 'field' && (wanted.kind !== 'field' || !isOrBeginsWith(found.of, wanted.of)))
    return undefined;
  return isOrBeginsWith(found.name, wanted.name) ? wanted.name.length : undefined;
}
