import type { DocumentSymbol } from '@promptvault/document';
import { useQueryClient } from '@tanstack/react-query';
import type { EditorLanguage } from '../../../../ui/editor/editor-types.ts';
import { labelsQuery, newestVersionsQuery, promptPathsQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { editorLanguage } from './editor-language.ts';
import type { Studio } from './use-studio.ts';

/** Where names and references of the text lead on this page. */
export type StudioWays = {
  openVariable: (name: string) => void;
  openPrompt: (promptId: string, block: string | undefined) => void;
  openUses: (symbol: DocumentSymbol) => void;
};

/** The language over the draft of this page, with what the server knows of other prompts. */
export function useEditorLanguage(studio: Studio, ways: StudioWays): EditorLanguage {
  const queries = useQueryClient();
  const { draft, editing, references, rendering, entries, changeEntries } = studio;
  const findPaths = (query: string) => queries.fetchQuery(promptPathsQuery(query)).catch(() => []);
  const findRefs = async (path: string) => {
    const found = (await findPaths(path)).find((prompt) => prompt.path === path);
    if (!found) return [];
    const [labels, versions] = await Promise.all([
      queries.fetchQuery(labelsQuery(found.id)),
      queries.fetchQuery(newestVersionsQuery(found.id)),
    ]).catch(() => [undefined, undefined]);
    return [
      ...(labels?.items ?? []).map(({ name, targets }) => ({
        ref: name,
        detail: targets.map(({ version }) => t('showing', { number: version })).join(' · '),
      })),
      ...(versions?.items ?? []).map(({ number, message }) => ({ ref: String(number), detail: message })),
    ];
  };
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
