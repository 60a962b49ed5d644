import { Check, Pencil, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { classes } from '../../../../ui/classes.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import type { NewCase } from '../api/cases.ts';
import { t as cases } from '../state/case-messages.ts';
import { t } from '../state/proposal-messages.ts';
import type { Reviewed } from '../state/proposal-review.ts';

type ProposalCardProps = {
  given: NewCase;
  reviewed: Reviewed;
  duplicateOf: string | undefined;
  busy: boolean;
  /** What is accepted is not stored yet, so that it can be taken back. */
  isPending?: boolean;
  onAccept: () => void;
  onEdit: () => void;
  onReject: () => void;
  onBack: () => void;
};

const longest = 400;
const short = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, longest);

/** One proposed case: all it says, and what a person decides on it. */
export function ProposalCard({ given, reviewed, duplicateOf, busy, isPending, ...acts }: ProposalCardProps) {
  const { decision, edited } = reviewed;
  const { name, values = {}, expected, assertions = [] } = given;
  return (
    <li
      className={classes(
        'min-w-0 rounded-lg border border-line bg-panel',
        decision === 'rejected' && 'opacity-60',
      )}
    >
      <header className="flex flex-wrap items-center gap-2 border-b border-line py-1.5 pr-2 pl-4">
        <h2 className="min-w-0 font-semibold wrap-anywhere">{name}</h2>
        {decision === 'accepted' && <Chip tone="ok">{t(isPending ? 'acceptedOnly' : 'accepted')}</Chip>}
        {decision === 'rejected' && <Chip>{t('rejected')}</Chip>}
        {edited && <Chip>{t('edited')}</Chip>}
        {duplicateOf !== undefined && !edited && decision !== 'accepted' && (
          <Chip tone="warn">{t('duplicate', { name: duplicateOf })}</Chip>
        )}
        <span className="ml-auto flex items-center gap-1">
          {decision === undefined ? (
            <>
              <IconButton label={t('editName', { name })} icon={<Pencil />} onClick={acts.onEdit} />
              <IconButton label={t('rejectName', { name })} icon={<X />} onClick={acts.onReject} />
              <Button
                size="small"
                icon={<Check />}
                busy={busy}
                aria-label={t('acceptName', { name })}
                onClick={acts.onAccept}
              >
                {t('accept')}
              </Button>
            </>
          ) : (
            (decision === 'rejected' || isPending) && (
              <Button size="small" kind="quiet" onClick={acts.onBack}>
                {t('back')}
              </Button>
            )
          )}
        </span>
      </header>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 px-4 py-3 md:grid-cols-[fit-content(40%)_minmax(0,1fr)]">
        {Object.entries(values).map(([key, value]) => (
          <Line key={key} name={key} mono>
            {short(value)}
          </Line>
        ))}
        <Line name={t('expected')}>
          {expected ? short(expected) : <span className="text-ink-3">{t('noExpected')}</span>}
        </Line>
        <Line name={t('assertions')}>
          {assertions.length === 0 ? (
            <span className="text-ink-3">{t('noAssertions')}</span>
          ) : (
            assertions
              .map((one) => cases(one.kind) + ('values' in one ? ` ${one.values.join(', ')}` : ''))
              .join(' · ')
          )}
        </Line>
      </dl>
    </li>
  );
}

function Line({ name, mono, children }: { name: string; mono?: boolean; children: React.ReactNode }) {
  return (
    <>
      <dt
        className={classes(
          'min-w-0 text-12 text-ink-3 wrap-anywhere md:min-w-24 md:pt-0.5',
          mono && 'font-mono',
        )}
      >
        {name}
      </dt>
      <dd className="min-w-0 whitespace-pre-wrap wrap-anywhere">{children}</dd>
    </>
  );
}
