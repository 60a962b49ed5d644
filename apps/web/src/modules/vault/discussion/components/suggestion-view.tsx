import { Check, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import type { Comment, Suggestion } from '../api/threads.ts';
import type { ThreadChanges } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';

type SuggestionViewProps = {
  comment: Comment;
  suggestion: Suggestion;
  mayApply: boolean;
  changes: ThreadChanges;
};

/** Other words beside those they are for, and what became of them. */
export function SuggestionView({ comment, suggestion, mayApply, changes }: SuggestionViewProps) {
  const { text, original, state, decidedBy } = suggestion;
  const decide = async (apply: boolean) => {
    try {
      await changes.decide.mutateAsync({ comment, apply });
      if (apply) toast({ text: t('appliedToast'), tone: 'ok' });
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'bad' });
    }
  };
  const name = decidedBy?.name ?? t('somebody');
  const isOpen = state === 'open' || state === 'outdated';
  return (
    <figure
      aria-label={t('suggestion')}
      className="mt-1.5 overflow-hidden rounded-md border border-line font-mono text-12"
    >
      <del className="block bg-bad-weak px-2.5 py-1 whitespace-pre-wrap no-underline wrap-anywhere">
        {original}
      </del>
      <ins className="block bg-ok-weak px-2.5 py-1 whitespace-pre-wrap no-underline wrap-anywhere">
        {text || <i className="font-sans text-ink-2">{t('deletion')}</i>}
      </ins>
      <figcaption className="flex min-h-8 flex-wrap items-center gap-2 border-t border-line px-2.5 py-1 font-sans text-ink-2">
        {state === 'applied' && t('applied', { name })}
        {state === 'dismissed' && t('dismissed', { name })}
        {state === 'outdated' && <span className="text-warn">{t('suggestionOutdated')}</span>}
        {isOpen && (
          <span className="ml-auto flex gap-1.5">
            {(mayApply || comment.may.edit) && (
              <Button
                size="small"
                kind="quiet"
                icon={<X />}
                busy={changes.decide.isPending}
                onClick={() => void decide(false)}
              >
                {t('dismiss')}
              </Button>
            )}
            {mayApply && state === 'open' && (
              <Button
                size="small"
                icon={<Check />}
                busy={changes.decide.isPending}
                onClick={() => void decide(true)}
              >
                {t('apply')}
              </Button>
            )}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
