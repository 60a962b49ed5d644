import { Check, CloudOff, TriangleAlert } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';

/** How safe the text is, said quietly beside its name. */
export function DraftStatus({ studio: { draft, draftState } }: { studio: Studio }) {
  if (!draftState || !draft) return null;
  const { saving, isFragile, isOnline, problem } = draftState;
  const send = () => void draft.sync.settle().catch(() => undefined); // Its state says why.
  return (
    <span role="status" className="flex min-w-0 items-center gap-1.5 text-12 text-ink-3 [&_svg]:size-3.5">
      {draftState.phase === 'loading' && t('draftLoading')}
      {draftState.phase === 'ready' && saving === 'saved' && !isOnline && (
        <>
          <CloudOff aria-hidden="true" /> <span className="truncate max-lg:sr-only">{t('draftOffline')}</span>
        </>
      )}
      {draftState.phase === 'ready' && saving === 'saved' && isOnline && (
        <>
          <Check aria-hidden="true" /> <span className="truncate max-lg:sr-only">{t('draftSaved')}</span>
        </>
      )}
      {saving === 'saving' && draftState.phase === 'ready' && (
        <>
          <Spinner /> <span className="truncate max-lg:sr-only">{t('draftSaving')}</span>
        </>
      )}
      {saving === 'kept' && (
        <span className="flex items-center gap-1.5 truncate text-warn" title={problem?.message}>
          <CloudOff aria-hidden="true" /> {isFragile ? t('draftFragile') : t('draftKept')}
        </span>
      )}
      {saving === 'refused' && (
        <>
          <span className="flex items-center gap-1.5 truncate text-bad" title={problem?.message}>
            <TriangleAlert aria-hidden="true" /> {t('draftRefused')}: {problem?.message}
          </span>
          <Button size="small" onClick={send}>
            {t('draftRetry')}
          </Button>
        </>
      )}
    </span>
  );
}
