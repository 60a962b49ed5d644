import type { ChosenPairsView } from '@promptvault/contract/studio/runs/shapes';
import { PageLink } from '../../../../shell/page-link.tsx';
import { formatTokens } from '../../../../ui/format.ts';
import { t } from '../messages.ts';

/** Which cases were sent as examples, as they were sent. */
export function PairsView({ pairs: { caseSetId, setName, cases } }: { pairs: ChosenPairsView }) {
  return (
    <details className="rounded-md border border-line text-13">
      <summary className="cursor-pointer px-3 py-1.5 text-12">
        <span className="font-medium">{t('pairs', { count: cases.length })}</span>
      </summary>
      <div className="grid gap-1 border-t border-line px-3 py-2">
        {cases.length === 0 ? (
          <p className="text-ink-3">{t('pairsNone')}</p>
        ) : (
          <ol aria-label={t('pairsSent')} className="grid gap-1">
            {cases.map(({ caseId, name, tokens, similarity }, at) => (
              <li key={caseId} className="flex flex-wrap items-baseline gap-x-3">
                <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
                  {name ?? t('pairNameless', { number: at + 1 })}
                </span>
                <span className="text-12 text-ink-3 tabular">
                  {t('pairFacts', {
                    percent: Math.round(similarity * 100),
                    count: tokens,
                    tokens: formatTokens(tokens, true),
                  })}
                </span>
              </li>
            ))}
          </ol>
        )}
        {setName !== null && (
          <p className="text-12 text-ink-3">
            {t('pairsFrom')}{' '}
            <PageLink to="/suites/cases/$caseSetId" params={{ caseSetId }}>
              {setName}
            </PageLink>
          </p>
        )}
      </div>
    </details>
  );
}
