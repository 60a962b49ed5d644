import { visibleName } from '@promptvault/context';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { t } from '../messages.ts';
import type { PackEditing } from '../state/use-pack-editing.ts';
import { problemText, refusalText } from './context-words.ts';

const MOST_NAMED = 5;

/** Which of the chosen files did not come into the pack, and why each. */
export function NotTaken({ editing }: { editing: PackEditing }) {
  const { notTaken, problem, dismiss } = editing;
  if (notTaken.length === 0 && !problem) return null;
  return (
    <ProblemMessage
      severity={problem ? 'error' : 'warning'}
      className="m-2"
      action={
        <Button kind="quiet" size="small" onClick={dismiss}>
          {t('dismissNotTaken')}
        </Button>
      }
    >
      {problem && <p>{problemText(problem)}</p>}
      {notTaken.length > 0 && <p className="font-medium">{t('notTaken', { count: notTaken.length })}</p>}
      <ul>
        {notTaken.slice(0, MOST_NAMED).map(({ path, refusal }) => (
          <li key={path} className="text-12">
            <bdi>{visibleName(path)}</bdi>: {refusalText(refusal)}
          </li>
        ))}
      </ul>
    </ProblemMessage>
  );
}
