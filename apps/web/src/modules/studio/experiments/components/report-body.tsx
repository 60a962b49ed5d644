import { CircleEqual, Hourglass, TrendingDown, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../../../../ui/card.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import type { Experiment, Report, Verdict } from '../api/experiments.ts';
import { endText } from '../state/end-text.ts';
import { exampleCall } from '../state/example-call.ts';
import { t } from '../state/report-messages.ts';
import { verdictWords } from '../state/verdict-words.ts';
import { GuardTable } from './guard-table.tsx';
import { IntervalChart } from './interval-chart.tsx';
import { LaneTable } from './lane-table.tsx';

const looks: Record<Verdict['kind'], { icon: typeof TrendingUp; tone: string }> = {
  better: { icon: TrendingUp, tone: 'text-ok' },
  worse: { icon: TrendingDown, tone: 'text-bad' },
  same: { icon: CircleEqual, tone: 'text-ink-2' },
  unclear: { icon: Hourglass, tone: 'text-ink-3' },
};

/** What came of an experiment: first in words, then in numbers and pictures. */
export function ReportBody({ experiment, report }: { experiment: Experiment; report: Report }) {
  const { primary, label, variants, parts, hypothesis, end } = experiment;
  const [shown, setShown] = useState('1');
  const variant = Math.min(Number(shown), variants.length - 1);
  const isOver = report.status === 'stopped' || report.status === 'concluded';
  const base = variants[0]?.name ?? '';
  return (
    <div className="mx-auto flex w-full max-w-240 flex-col gap-5 px-4 py-5">
      {hypothesis !== '' && <p className="max-w-[75ch] text-14 text-ink-2 wrap-anywhere">{hypothesis}</p>}
      {end && (
        <ProblemMessage severity={end.reason === 'guard' ? 'error' : 'info'}>
          {endText(end)}
          {end.note !== '' && <span className="block">{end.note}</span>}
        </ProblemMessage>
      )}
      {report.split.isOff && <ProblemMessage severity="warning">{t('isOff')}</ProblemMessage>}
      {report.subjects === 0 ? (
        <EmptyState
          compact
          title={t(report.status === 'draft' ? 'notStarted' : 'nobody')}
          hint={t(report.status === 'draft' ? 'notStartedHint' : 'nobodyHint', { label })}
        />
      ) : (
        <section aria-label={t('verdict')} aria-live="polite" className="flex flex-col gap-2">
          {report.verdicts.map((verdict) => {
            const { icon: Icon, tone } = looks[verdict.kind];
            return (
              <p key={verdict.variant} className={`flex items-start gap-2.5 text-20 font-semibold ${tone}`}>
                <Icon aria-hidden="true" className="mt-1 size-5 shrink-0" />
                <span className="min-w-0 wrap-anywhere">{verdictWords(verdict, primary, isOver)}</span>
              </p>
            );
          })}
          <p className="text-12 text-ink-3">
            {t('honest')}
            {report.perDay !== null &&
              !isOver &&
              ` ${t('rate')}: ${formatNumber(Math.round(report.perDay))}.`}
          </p>
        </section>
      )}
      {report.subjects > 0 && (
        <Card
          title={t('overTime')}
          hint={t('overTimeHint', { name: base })}
          action={
            variants.length > 2 && (
              <SegmentedControl
                label={t('lane')}
                value={String(variant)}
                onChange={setShown}
                options={variants
                  .slice(1)
                  .map(({ name }, index) => ({ value: String(index + 1), label: name }))}
              />
            )
          }
        >
          <div className="p-4">
            <IntervalChart experiment={experiment} report={report} variant={variant} />
          </div>
        </Card>
      )}
      <Card title={t('lanes')}>
        <LaneTable label={t('lanes')} primary={primary} lanes={report.lanes} showsSplit />
        {report.earlier > 0 && (
          <p className="border-t border-line px-4 py-2 text-12 text-ink-3">
            {t('earlier', { count: report.earlier })}
          </p>
        )}
      </Card>
      {report.guards.length > 0 && (
        <Card title={t('guards')}>
          <GuardTable experiment={experiment} report={report} />
        </Card>
      )}
      {parts && report.subjects > 0 && (
        <Card title={t('parts', { attribute: parts.attribute })}>
          <ProblemMessage severity="warning" className="m-3">
            {t('partsHint')}
          </ProblemMessage>
          {report.parts.map(({ part, lanes }) => (
            <div key={part} className="border-t border-line py-1">
              <h3 className="px-3 pt-2 text-12 font-medium">{part === '' ? t('others') : part}</h3>
              <LaneTable label={part === '' ? t('others') : part} primary={primary} lanes={lanes} />
            </div>
          ))}
        </Card>
      )}
      {!isOver && (
        <details className="text-12">
          <summary className="w-fit cursor-pointer text-ink-3">{t('example')}</summary>
          <div className="relative mt-2 rounded-lg border border-line bg-panel">
            <pre className="overflow-x-auto p-3 pr-12 font-mono text-12">{exampleCall(experiment)}</pre>
            <span className="absolute top-1.5 right-1.5">
              <CopyButton label={t('example')} size="small" text={exampleCall(experiment)} />
            </span>
          </div>
        </details>
      )}
    </div>
  );
}
