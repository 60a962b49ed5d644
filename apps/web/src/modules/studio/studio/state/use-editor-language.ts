import type { DocumentSymbol } from '@promptvault/document';
import type { EditorLanguage } from '../../../../ui/editor/editor-types.ts';
import { editorLanguage } from './editor-language.ts';
import { useReferenceSearch } from './use-reference-search.ts';
import type { Studio } from './use-studio.ts';

/** Where names and references of the text lead on this page. */
export type StudioWays = {
  openVariable: (name: string) => void;
  openPrompt: (promptId: string, block: string | undefined) => void;
  openUses: (symbol: DocumentSymbol) => void;
};

/** The language over the draft of this page, with what the server knows of other prompts. */
export function useEditorLanguage(studio: Studio, ways: StudioWays): EditorLanguage {
  const { findPaths, findRefs } = useReferenceSearch();
  const { draft, editing, references, rendering, entries, changeEntries } = studio;
  return editorLanguage({
    ...ways,
    document: () => draft?.editing.document() ?? studio.document,
    partial: references.partial,
    references: references.found,
    variables: rendering.variables,
    valueOf: (name) => entries[name],
    findPaths,
    findRefs,
    rename:
      editing &&
      ((from, to, edit) => {
        editing.edit(edit);
        // What is filled in goes along with the name, and stays under the old one for who undoes it.
        changeEntries((before) => (before[from] === undefined ? before : { ...before, [to]: before[from] }));
      }),
  });
}
