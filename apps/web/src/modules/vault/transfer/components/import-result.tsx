import { CircleCheck, Info } from 'lucide-react';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import type { ImportSession } from '../api/imports.ts';
import { useUndoImport } from '../api/use-undo-import.ts';
import { t } from '../messages.ts';
import { ImportProblems } from './import-problems.tsx';

type ImportResultProps = {
  session: ImportSession;
  tags: readonly string[];
  /** Suites that were made with the prompts. */
  suites?: number;
  onAgain: () => void;
};

/** What came of it, the way there, and the way back. */
export function ImportResult({ session, tags, suites = 0, onAgain }: ImportResultProps) {
  const { created, skipped, problems } = session;
  const undo = useUndoImport(session);
  const [tag] = tags;
  if (undo.data)
    return (
      <EmptyState
        icon={<Info />}
        title={t('undone', { count: undo.data.removed })}
        hint={created > undo.data.removed && t('undoneKept', { count: created - undo.data.removed })}
        action={<Button onClick={onAgain}>{t('importMore')}</Button>}
      />
    );
  return (
    <>
      <EmptyState
        icon={<CircleCheck className="text-ok" />}
        title={t('done', { count: created })}
        hint={created === 0 ? t('doneNothing') : skipped > 0 && t('doneSkipped', { count: skipped })}
        action={
          <>
            {created > 0 && (
              <ButtonLink
                to="/prompts"
                search={tag === undefined ? { sort: 'created' } : { tag }}
                kind="primary"
              >
                {t('show')}
              </ButtonLink>
            )}
            {suites > 0 && <ButtonLink to="/suites">{t('showSuites', { count: suites })}</ButtonLink>}
            <Button onClick={onAgain}>{t('importMore')}</Button>
            {created > 0 && (
              <Button kind="danger" busy={undo.isPending} onClick={() => undo.mutate()}>
                {t('undo')}
              </Button>
            )}
          </>
        }
      />
      {undo.error && <ProblemMessage className="mb-4">{undo.error.message}</ProblemMessage>}
      <ImportProblems problems={problems} />
    </>
  );
}
