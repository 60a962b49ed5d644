import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { type ImportSession, importsQuery } from '../api/imports.ts';
import { useUndoImport } from '../api/use-undo-import.ts';
import { t } from '../messages.ts';

/** Imports of before, each of which can still be undone. */
export function PastImports() {
  const { data, error, refetch, isFetching } = useInfiniteQuery(importsQuery);
  if (error && !data)
    return (
      <ProblemMessage
        className="mt-8"
        action={
          <Button size="small" busy={isFetching} onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        }
      >
        {t('pastFailed', { reason: error.message })}
      </ProblemMessage>
    );
  const sessions = data?.pages.flatMap(({ items }) => items) ?? [];
  if (sessions.length === 0) return null;
  return (
    <Card title={t('past')} className="mt-8">
      <ul>
        {sessions.map((session) => (
          <PastImport key={session.id} session={session} />
        ))}
      </ul>
    </Card>
  );
}

function PastImport({ session }: { session: ImportSession }) {
  const [asking, setAsking] = useState(false);
  const undo = useUndoImport(session);
  const { fileName, created, createdAt, undoneAt, startedBy } = session;
  const name = fileName || t('unnamed');
  return (
    <li className="border-b border-line px-4 py-2 last:border-0">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <div className="truncate font-medium">{name}</div>
          <div className="text-12 text-ink-3 tabular">
            {t('pastCreated', { count: created })}
            {startedBy && ` · ${startedBy.name}`} · <RelativeTime time={createdAt} />
          </div>
        </div>
        {undoneAt ? (
          <Chip>{t('pastUndone')}</Chip>
        ) : (
          <Button
            size="small"
            aria-label={t('undoOf', { name })}
            busy={undo.isPending}
            onClick={() => setAsking(true)}
          >
            {t('undoShort')}
          </Button>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          open
          name={name}
          title={t('undoTitle', { name })}
          description={t('undoDescription', { count: created })}
          action={t('undo')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            undo.mutate();
          }}
        />
      )}
      {undo.error && (
        <p role="alert" className="mt-1 text-12 text-bad">
          {undo.error.message}
        </p>
      )}
    </li>
  );
}
