import { Fragment } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Avatar } from '../../../../ui/avatar.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { ActivityEntry } from '../api/activity.ts';
import { t } from '../messages.ts';
import { useSentences } from '../state/use-sentences.ts';

/** What happened, one sentence each. */
export function ActivityList({ entries, label }: { entries: readonly ActivityEntry[]; label: string }) {
  const sentences = useSentences();
  if (!sentences) return null;
  return (
    <ul aria-label={label}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="flex items-baseline gap-2.5 border-b border-line px-4 py-2 last:border-0"
        >
          <Avatar name={entry.actor?.name ?? t('somebody')} size="small" className="self-center" />
          <p className="min-w-0 flex-1 wrap-anywhere">
            <Sentence entry={entry} text={sentences[entry.type]?.(entry.facts) ?? t('happened')} />
          </p>
          <RelativeTime time={entry.at} className="shrink-0 text-12 text-ink-3" />
        </li>
      ))}
    </ul>
  );
}

function Sentence({ entry, text }: { entry: ActivityEntry; text: string }) {
  return text.split(/(\{who\}|\{what\})/).map((part, index) => {
    const key = `${index}`;
    if (part === '{who}')
      return (
        <b key={key} className="font-medium">
          {entry.actor?.name ?? t('somebody')}
        </b>
      );
    if (part === '{what}') return <Subject key={key} entry={entry} />;
    return <Fragment key={key}>{part}</Fragment>;
  });
}

function Subject({ entry: { subject, facts } }: { entry: ActivityEntry }) {
  const { title, address, kind } = subject;
  if (title === null || address === null) return title ?? t('something');
  const thread = typeof facts.threadId === 'string' ? facts.threadId : undefined;
  const to = thread && kind === 'prompt' ? `${address}?tab=comments&target=${thread}` : address;
  return <PageLink to={to}>{title}</PageLink>;
}
