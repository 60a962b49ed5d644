/** The prompt language as the editors ask for it: what a place means, where it leads, what may be written there. */
import {
  applyEdits,
  type DocumentSymbol,
  type DocumentVariable,
  findSymbolAt,
  findUses,
  type PromptDocument,
  type ResolvePartial,
  renameVariable,
  type SymbolAt,
} from '@promptvault/document';
import { findCursorContext, parse } from '@promptvault/template';
import type {
  EditorHint,
  EditorLanguage,
  EditorPlace,
  EditorSymbol,
} from '../../../../ui/editor/editor-types.ts';
import type { ResolvedReference } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { completePlace } from './complete-place.ts';
import type { DocumentEdit } from './document-edits.ts';
import { hintOfReference, hintOfVariable } from './place-hints.ts';

export type LanguageGrounds = {
  /** The draft at this moment. */
  document: () => PromptDocument;
  partial: ResolvePartial;
  references: ReadonlyMap<string, ResolvedReference>;
  variables: readonly DocumentVariable[];
  valueOf: (name: string) => string | undefined;
  findPaths: (query: string) => Promise<readonly { path: string; title: string }[]>;
  /** Labels and versions of the prompt at a path, the likeliest first. */
  findRefs: (path: string) => Promise<readonly { ref: string; detail: string }[]>;
  openVariable: (name: string) => void;
  openPrompt: (promptId: string, block: string | undefined) => void;
  openUses: (symbol: DocumentSymbol) => void;
  /** Absent for who may only read. */
  rename: ((from: string, to: string, edit: DocumentEdit) => void) | undefined;
};

export function editorLanguage(grounds: LanguageGrounds): EditorLanguage {
  const { partial, references, variables } = grounds;
  const at = (place: EditorPlace) => {
    const document = withText(grounds.document(), place);
    const found =
      findSymbolAt(document, place, { partial }) ??
      findSymbolAt(document, { ...place, offset: nameOfTag(place, document) }, { partial });
    return found && { document, found };
  };
  const targetOf = ({ symbol, to }: SymbolAt, place: EditorPlace, { delimiters }: PromptDocument) => {
    if (symbol.kind === 'reference') return { resolved: references.get(symbol.reference), block: undefined };
    if (symbol.kind !== 'block') return undefined;
    const context = findCursorContext(place.text, to, delimiters);
    const parent = context?.kind === 'block' ? context.parent : null;
    return parent === null ? undefined : { resolved: references.get(parent), block: symbol.name };
  };
  const variableOf = ({ symbol }: SymbolAt) =>
    symbol.kind === 'variable' ? variables.find(({ name }) => name === symbol.name) : undefined;
  return {
    complete: (place) => completePlace({ ...grounds, document: withText(grounds.document(), place) }, place),
    hint(place) {
      const { document, found } = at(place) ?? {};
      if (!document || !found) return undefined;
      const variable = variableOf(found);
      const { from, to, symbol } = found;
      if (variable) return { from, to, ...hintOfVariable(variable, grounds.valueOf(variable.name)) };
      if (symbol.kind === 'reference')
        return { from, to, ...hintOfReference(symbol.reference, references.get(symbol.reference)) };
      return hintOfOther(found, targetOf(found, place, document)?.resolved);
    },
    link(place) {
      const { document, found } = at(place) ?? {};
      if (!document || !found) return undefined;
      const leads =
        variableOf(found) !== undefined || targetOf(found, place, document)?.resolved !== undefined;
      return leads ? { from: found.from, to: found.to } : undefined;
    },
    follow(place) {
      const { document, found } = at(place) ?? {};
      if (!document || !found) return;
      const variable = variableOf(found);
      const target = targetOf(found, place, document);
      if (variable) grounds.openVariable(variable.name);
      else if (target?.resolved) grounds.openPrompt(target.resolved.promptId, target.block);
    },
    symbol(place) {
      const { document, found } = at(place) ?? {};
      return document && found && symbolOf(grounds, document, found);
    },
    findUses(place) {
      const found = at(place)?.found;
      if (found) grounds.openUses(found.symbol);
    },
  };
}

/** The signs of a tag mean what stands between them. */
function nameOfTag({ text, offset }: EditorPlace, { delimiters }: PromptDocument): number {
  const tag = parse(text, { delimiters }).tags.find(({ from, to }) => from <= offset && offset <= to);
  return tag?.nameTo ?? offset;
}

const withText = (document: PromptDocument, { sectionId, text }: EditorPlace): PromptDocument => ({
  ...document,
  sections: document.sections.map((section) =>
    section.id === sectionId && section.text !== text ? { ...section, text } : section,
  ),
});

export const nameOf = (symbol: DocumentSymbol): string =>
  symbol.kind === 'reference' ? symbol.reference : symbol.name;

function hintOfOther({ from, to, symbol }: SymbolAt, parent: ResolvedReference | undefined): EditorHint {
  const title = nameOf(symbol);
  if (symbol.kind === 'field') return { from, to, title, note: t('fieldOf', { list: symbol.of }) };
  return {
    from,
    to,
    title,
    note: parent
      ? t('blockOf', { path: parent.path })
      : t(symbol.kind === 'block' ? 'blockHere' : 'nameHere'),
  };
}

function symbolOf(grounds: LanguageGrounds, document: PromptDocument, found: SymbolAt): EditorSymbol {
  const { partial, rename } = grounds;
  const { symbol } = found;
  const isNamed = symbol.kind === 'variable' || symbol.kind === 'field';
  return {
    from: found.from,
    to: found.to,
    name: nameOf(symbol),
    uses: findUses(document, symbol, { partial }),
    rename: isNamed && rename ? (name) => renameTo(grounds, symbol, name) : undefined,
  };
}

/** Renames everywhere, or says why not. */
function renameTo(
  { document, partial, rename }: LanguageGrounds,
  symbol: Extract<DocumentSymbol, { kind: 'variable' | 'field' }>,
  name: string,
): string | undefined {
  const stepOf = (now: PromptDocument) => renameVariable(now, symbol, name, { partial });
  const refusal = stepOf(document()).problems.find(({ severity }) => severity === 'error');
  if (refusal) return refusal.message;
  if (name !== symbol.name) rename?.(symbol.name, name, (now) => applyEdits(now, stepOf(now).edits));
  return undefined;
}
