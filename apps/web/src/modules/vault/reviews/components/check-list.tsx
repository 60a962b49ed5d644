import { CircleCheck, CircleDashed, CircleX, Clock } from 'lucide-react';
import { Badge } from '../../../../ui/badge.tsx';
import { classes } from '../../../../ui/classes.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { TextLink } from '../../../../ui/text-link.tsx';
import type { Review } from '../api/reviews.ts';
import { t } from '../messages.ts';

type Check = Review['checks'][number];

const looks = {
  passed: { icon: CircleCheck, tone: 'text-ok', label: () => t('checkPassed') },
  failed: { icon: CircleX, tone: 'text-bad', label: () => t('checkFailed') },
  pending: { icon: Clock, tone: 'text-warn', label: () => t('checkPending') },
  missing: { icon: CircleDashed, tone: 'text-ink-3', label: () => t('checkMissing') },
} as const;

/** What checks say of the newest version; nothing where none is asked for and none was reported. */
export function CheckList({ checks, version }: { checks: readonly Check[]; version: number | null }) {
  if (checks.length === 0) return null;
  return (
    <section aria-label={t('checks')} className="mb-5">
      <h2 className="text-14 font-semibold">{t('checks')}</h2>
      {version !== null && <p className="mb-2 text-12 text-ink-3">{t('checksOf', { version })}</p>}
      <ul className="flex flex-col gap-2">
        {checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ check }: { check: Check }) {
  const { name, isRequired, status, summary, url, reportedAt } = check;
  const { icon: Icon, tone, label } = looks[status ?? 'missing'];
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className={classes('mt-0.5 size-4 shrink-0', tone)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-mono text-12 wrap-anywhere">{name}</span>
          {isRequired && <Badge>{t('checkRequired')}</Badge>}
        </p>
        <p className="text-12 text-ink-2 wrap-anywhere">
          <span className={tone}>{label()}</span>
          {summary !== '' && ` · ${summary}`}
          {reportedAt && (
            <>
              {' · '}
              <RelativeTime time={reportedAt} className="text-ink-3" />
            </>
          )}
          {url && (
            <>
              {' · '}
              <TextLink href={url} aria-label={t('checkDetailsOf', { name })}>
                {t('checkDetails')}
              </TextLink>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
