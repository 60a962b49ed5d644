import { useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { impactQuery } from '../api/impact-query.ts';
import { t } from '../messages.ts';

type Impact = NonNullable<ReturnType<typeof useImpact>>;
type Dependent = Impact['items'][number];

const useImpact = (promptId: string) => useQuery(impactQuery(promptId)).data;

/** `14 prompts and 3 production labels`. */
function countText(items: readonly Dependent[]): string {
  const labels = items.filter(({ labels: own }) => own.includes('production')).length;
  const prompts = t('impactPrompts', { count: items.length });
  return labels === 0 ? prompts : t('impactAnd', { prompts, labels: t('impactLabels', { count: labels }) });
}

/** Beside the title: how many prompts take this one in; opens their list. Nothing when none does. */
export function ImpactChip({ promptId }: { promptId: string }) {
  const impact = useImpact(promptId);
  const count = (impact?.items.length ?? 0) + (impact?.others.length ?? 0);
  if (!impact || count === 0) return null;
  return (
    <Popover
      label={t('impact')}
      className="w-88 max-w-[calc(100vw-1rem)]"
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-label={t('impactUsedBy', { count })}
          className="rounded-full transition-colors hover:bg-raise max-md:hidden"
        >
          <Chip icon={<Workflow aria-hidden="true" />}>{count}</Chip>
        </button>
      )}
    >
      <h3 className="mb-2 font-semibold">{t('impactUsedBy', { count })}</h3>
      <Dependents items={impact.items} most={100} />
      {impact.others.map(({ kind, id, title, reference }) => (
        <p key={`${kind} ${id}`} className="truncate py-0.5 text-ink-2">
          {title} <span className="font-mono text-12 text-ink-3">{reference}</span>
        </p>
      ))}
      {!impact.isComplete && <p className="mt-2 text-12 text-ink-3">{t('impactMore')}</p>}
    </Popover>
  );
}

/** Before a version is saved: who will send the new text. Those pinned to a version go on as they are. */
export function ImpactNote({ promptId }: { promptId: string }) {
  const impact = useImpact(promptId);
  const following = impact?.items.filter(({ follows }) => follows) ?? [];
  if (!impact || following.length === 0) return null;
  const pinned = impact.items.length - following.length;
  return (
    <ProblemMessage severity="info">
      <p className="font-medium">{t('impactBefore', { what: countText(following) })}</p>
      <Dependents items={following} most={4} />
      {pinned > 0 && <p className="text-12">{t('impactPinned', { count: pinned })}</p>}
    </ProblemMessage>
  );
}

function Dependents({ items, most }: { items: readonly Dependent[]; most: number }) {
  return (
    <ul className="max-h-60 overflow-auto">
      {items.slice(0, most).map(({ id, path, isHead, labels, follows, depth }) => (
        <li key={id} className="flex items-center gap-2 py-0.5">
          <PageLink
            to="/prompts/$promptId"
            params={{ promptId: id }}
            className="min-w-0 truncate font-mono text-12"
          >
            {path}
          </PageLink>
          <span className="ml-auto shrink-0 text-12 text-ink-3">
            {[...labels, ...(isHead ? ['latest'] : [])].join(', ')}
            {depth > 1 && ` · ${t('impactThrough')}`}
            {!follows && ` · ${t('impactIsPinned')}`}
          </span>
        </li>
      ))}
      {items.length > most && (
        <li className="py-0.5 text-12 text-ink-3">{t('impactOthers', { count: items.length - most })}</li>
      )}
    </ul>
  );
}
