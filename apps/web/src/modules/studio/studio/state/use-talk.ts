import { useMay } from '../../../../shell/session.ts';
import type { EditorSelection } from '../../../../ui/editor/editor-types.ts';
import { toast } from '../../../../ui/toast-store.ts';
import { beginThread, type ThreadMarks, useThreadMarks } from '../../../vault/discussion/index.ts';
import { t } from '../messages.ts';
import type { StudioSearch } from './studio-search.ts';
import type { Studio } from './use-studio.ts';

export type Talk = {
  marks: ThreadMarks;
  onMark: (threadId: string) => void;
  /** Absent for who may not comment. */
  onComment: ((selection: EditorSelection) => void) | undefined;
};

/** What is said about the words of this prompt: marks in the text, and the way to say more. */
export function useTalk(
  studio: Studio,
  search: StudioSearch,
  onSearch: (change: StudioSearch) => void,
): Talk {
  const { prompt, branch, mayWrite, baseNumber, document } = studio;
  const may = useMay();
  const current = search.tab === 'comments' ? search.target : undefined;
  const marks = useThreadMarks({ promptId: prompt.id, branch, document, current });
  const comment = ({ sectionId, from, to, text }: EditorSelection) => {
    if (text.length > longestQuote) {
      toast({ text: t('selectLess') });
      return;
    }
    const words = { sectionId, from, to, quote: text };
    const anchor = mayWrite
      ? ({ on: 'draft', branch, ...words } as const)
      : ({ on: 'version', version: baseNumber ?? 0, ...words } as const);
    beginThread({ promptId: prompt.id, anchor });
    onSearch({ tab: 'comments', target: undefined });
  };
  return {
    marks,
    onMark: (threadId) => onSearch({ tab: 'comments', target: threadId }),
    onComment: may('comment.write') ? comment : undefined,
  };
}

/** The longest quote a thread keeps. */
const longestQuote = 4_000;
