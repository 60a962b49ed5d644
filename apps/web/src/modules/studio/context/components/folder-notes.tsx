import { visibleName } from '@promptvault/context';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { t } from '../messages.ts';
import { useFolder } from '../state/use-folder.ts';
import { problemText } from './context-words.ts';

/** What a listing left out, and why. */
export function FolderNotes() {
  const { scan, problem } = useFolder();
  const notes: string[] = [];
  if (problem) notes.push(problemText(problem));
  if (scan?.isTruncated) notes.push(t('truncated'));
  if (scan && scan.tree.refusedPaths > 0) notes.push(t('refusedPaths', { count: scan.tree.refusedPaths }));
  const [folder] = scan?.unreadable ?? [];
  if (scan && folder) {
    notes.push(t('unreadableFolders', { count: scan.unreadable.length, first: visibleName(folder.path) }));
  }
  const [rule] = scan?.ignoreProblems ?? [];
  if (scan && rule) {
    const first = `${visibleName(rule.file)}:${rule.line}`;
    notes.push(t('ignoreProblems', { count: scan.ignoreProblems.length, first }));
  }
  if (notes.length === 0) return null;
  return (
    <ProblemMessage severity="warning" className="m-2">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </ProblemMessage>
  );
}
