import { Ellipsis, Link, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { MarkdownView } from '../../../../ui/markdown-view.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { writeClipboard } from '../../../../ui/write-clipboard.ts';
import type { Comment, Thread } from '../api/threads.ts';
import type { ThreadChanges } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';
import { toMarkdown } from '../state/mention-text.ts';
import { CommentBox } from './comment-box.tsx';
import { ReactionBar } from './reaction-bar.tsx';
import { SuggestionView } from './suggestion-view.tsx';

type CommentItemProps = { thread: Thread; comment: Comment; changes: ThreadChanges };

export function CommentItem({ thread, comment, changes }: CommentItemProps) {
  const [editing, setEditing] = useState(false);
  const { author, guest, body, suggestion, createdAt, editedAt, deletedAt } = comment;
  const name = author?.name ?? (guest || t('somebody'));
  if (deletedAt) return <li className="py-2 text-12 text-ink-3 italic">{t('deleted')}</li>;
  return (
    <li className="flex gap-2.5 py-2">
      <Avatar name={name} size="small" className="mt-0.5" />
      <article aria-label={name} className="min-w-0 flex-1">
        <header className="flex min-h-6 items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {guest !== null && <Chip>{t('guest')}</Chip>}
          <RelativeTime time={createdAt} className="shrink-0 text-12 text-ink-3" />
          {editedAt && <span className="shrink-0 text-12 text-ink-3">{t('edited')}</span>}
          <CommentMenu comment={comment} name={name} changes={changes} onEdit={() => setEditing(true)} />
        </header>
        {editing ? (
          <CommentBox
            thing={thread.subject}
            name={`edit.${comment.id}`}
            label={t('edit')}
            action={t('save')}
            stored={body}
            focus
            onSend={async (words) => {
              await changes.edit.mutateAsync({ comment, body: words.body });
              setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <MarkdownView text={toMarkdown(body)} className="max-w-[75ch]" />
        )}
        {suggestion && (
          <SuggestionView
            comment={comment}
            suggestion={suggestion}
            mayApply={thread.may.apply}
            changes={changes}
          />
        )}
        <ReactionBar comment={comment} mayReact={thread.may.reply} changes={changes} />
      </article>
    </li>
  );
}

type CommentMenuProps = { comment: Comment; name: string; changes: ThreadChanges; onEdit: () => void };

function CommentMenu({ comment, name, changes, onEdit }: CommentMenuProps) {
  const refuse = (error: unknown) =>
    toast({ text: error instanceof Error ? error.message : String(error), tone: 'bad' });
  const copyLink = async () => {
    const address = new URL(location.href);
    if (address.pathname.startsWith('/prompts/')) address.searchParams.set('tab', 'comments');
    address.searchParams.set('target', comment.threadId);
    await writeClipboard(address.href);
    toast({ text: t('linkCopied') });
  };
  const items: MenuItem[] = [
    { label: t('copyLink'), icon: <Link />, onSelect: () => void copyLink().catch(refuse) },
    ...(comment.may.edit ? [{ label: t('edit'), icon: <Pencil />, onSelect: onEdit }] : []),
    ...(comment.may.delete
      ? [
          {
            label: t('remove'),
            icon: <Trash2 />,
            danger: true,
            onSelect: () => void changes.remove.mutateAsync(comment).catch(refuse),
          },
        ]
      : []),
  ];
  return (
    <Menu
      label={t('menu', { name })}
      items={items}
      trigger={(props) => (
        <IconButton
          {...props}
          size="small"
          className="ml-auto"
          label={t('menu', { name })}
          icon={<Ellipsis />}
        />
      )}
    />
  );
}
