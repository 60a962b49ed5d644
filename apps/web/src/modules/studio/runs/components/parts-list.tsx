import { PageLink } from '../../../../shell/page-link.tsx';
import { StatusDot } from '../../../../ui/badge.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import type { Run } from '../state/run-answer.ts';
import { statusText, statusTones } from './run-words.ts';

/** The runs an answer is made of, each a page of its own. */
export function PartsList({ parts }: { parts: readonly Run[] }) {
  // Those of a tree are drawn there.
  const listed = parts.filter(({ kind }) => kind !== 'thought' && kind !== 'verdict');
  if (listed.length === 0) return null;
  return (
    <section aria-label={t('parts')} className="border-b border-line px-4 py-3">
      <h3 className="mb-1.5 text-12 font-medium text-ink-3">{t('parts')}</h3>
      <ul className="grid gap-1">
        {listed.map((part) => (
          <li key={part.id} className="flex items-center gap-2">
            <StatusDot tone={statusTones[part.status]} label={statusText(part.status)} />
            <PageLink to="/runs/$runId" params={{ runId: part.id }} className="min-w-0 truncate">
              {partName(part)}
            </PageLink>
            <span className="ml-auto text-12 text-ink-3 tabular">
              {formatCost(part.totalMicroDollars === null ? null : part.totalMicroDollars / 1e6)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function partName({ kind, promptTitle, sampleIndex }: Run): string {
  if (kind === 'vote') return t('voteSample', { number: sampleIndex + 1 });
  if (kind === 'thought') return t('partThought');
  if (kind === 'verdict') return t('partVerdict');
  if (kind === 'closing') return t('partClosing');
  return kind === 'repair' ? t('partRepair') : t('partTool', { title: promptTitle ?? '' });
}
