import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { classes } from '../../../../ui/classes.ts';
import type { Column } from '../../../../ui/data-table.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { PeopleHere } from '../api/use-people-here.ts';
import type { PromptActions } from '../api/use-prompt-actions.ts';
import { t } from '../messages.ts';
import { toggleSelected } from '../state/selection.ts';
import { EffectivenessFigure } from './effectiveness.tsx';
import { FavoriteButton } from './favorite-button.tsx';
import { PromptMenu } from './prompt-menu.tsx';
import { PromptTitle } from './prompt-title.tsx';
import { StatusChip } from './status-chip.tsx';
import { TagList } from './tag-list.tsx';

type Given = {
  actions: PromptActions;
  selected: ReadonlySet<string>;
  /** Others who are in a prompt now. */
  here: ReadonlyMap<string, PeopleHere>;
};

const nobody: PeopleHere = { editors: [], readers: [] };

/** What the list shows of a prompt. Titles of columns are the keys the server sorts by, where it can. */
export const promptColumns = ({ actions, selected, here }: Given): readonly Column<PromptSummary>[] => [
  {
    key: 'select',
    title: t('selection'),
    hideTitle: true,
    width: '16px',
    phone: 'hidden',
    cell: ({ id, title }) => (
      <Checkbox
        hideLabel
        label={t('select', { title })}
        checked={selected.has(id)}
        onChange={() => toggleSelected(id)}
        className={classes(
          selected.size === 0 && 'opacity-0 group-hover/row:opacity-100 focus-within:opacity-100',
        )}
      />
    ),
  },
  {
    key: 'favorite',
    title: t('favorite'),
    hideTitle: true,
    width: '24px',
    phone: 'hidden',
    cell: (prompt) => <FavoriteButton prompt={prompt} onToggle={() => void actions.favorite(prompt)} />,
  },
  {
    key: 'title',
    title: t('title'),
    width: 'minmax(0,2fr)',
    sortable: true,
    phone: 'title',
    cell: (prompt) => <PromptTitle prompt={prompt} here={here.get(prompt.id) ?? nobody} />,
  },
  {
    key: 'path',
    title: t('path'),
    width: 'minmax(0,1.3fr)',
    phone: 'hidden',
    cell: ({ path }) => (
      <span className="font-mono text-12 text-ink-3" title={path}>
        {path}
      </span>
    ),
  },
  {
    key: 'tags',
    title: t('tags'),
    width: 'minmax(0,1fr)',
    phone: 'hidden',
    cell: ({ tags }) => <TagList tags={tags} />,
  },
  {
    key: 'status',
    title: t('status'),
    width: '104px',
    phone: 'fact',
    cell: ({ status, visibility }) => <StatusChip status={status} visibility={visibility} />,
  },
  {
    key: 'effectiveness',
    title: t('effectivenessShort'),
    width: '48px',
    numeric: true,
    sortable: true,
    phone: 'fact',
    cell: ({ effectiveness }) => <EffectivenessFigure of={effectiveness} />,
  },
  {
    key: 'uses',
    title: t('uses'),
    width: '48px',
    numeric: true,
    sortable: true,
    phone: 'hidden',
    cell: ({ counters }) => <span className="text-ink-2">{formatNumber(counters.uses)}</span>,
  },
  {
    key: 'updated',
    title: t('updated'),
    width: '88px',
    numeric: true,
    sortable: true,
    phone: 'fact',
    cell: ({ updatedAt }) => <RelativeTime time={updatedAt} className="text-12 text-ink-3" />,
  },
  {
    key: 'menu',
    title: t('actions'),
    hideTitle: true,
    width: '24px',
    phone: 'end',
    cell: (prompt) => <PromptMenu prompt={prompt} actions={actions} />,
  },
];
