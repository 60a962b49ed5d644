import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { GitMerge } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type DraftMergeSides, draftMergeQuery, goOnFrom, mergeIntoDraft } from '../api/draft-merges.ts';
import { versionQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { mergeOrigins, writeOrigins } from '../state/merge-origins.ts';
import type { Studio } from '../state/use-studio.ts';

/** A save that was refused because somebody else saved `head`; the draft went on from `since`. */
export type StaleSave = {
  since: number | null;
  head: number;
  author: string | undefined;
  at: string | undefined;
};

type StaleSaveNoteProps = {
  studio: Studio;
  stale: StaleSave;
  onCompare: () => void;
  /** Both changed the same: it is settled place by place. */
  onSettle: () => void;
  /** `sentence` says what came from whom. */
  onMerged: (sentence: string, undo: () => void) => void;
};

/** Who saved meanwhile, and what can be done: merge it, or look at it first. */
export function StaleSaveNote({ studio, stale, onCompare, onSettle, onMerged }: StaleSaveNoteProps) {
  const { prompt, branch, draft } = studio;
  const { since, head, at } = stale;
  const author = stale.author ?? t('deletedPerson');
  const queries = useQueryClient();
  const sides: DraftMergeSides = { promptId: prompt.id, branch, since, head };
  const preview = useQuery(draftMergeQuery(queries, sides, []));
  const conflicts = preview.data?.conflicts.length ?? 0;
  const merging = useMutation({
    mutationFn: async () => {
      await draft?.sync.settle();
      const before = draft?.editing.document();
      const [merged, saved, base] = await Promise.all([
        mergeIntoDraft(queries, sides, () => []),
        queries.ensureQueryData(versionQuery(prompt.id, head)),
        since === null ? undefined : queries.ensureQueryData(versionQuery(prompt.id, since)),
      ]);
      const was = (base?.document as PromptDocument | undefined) ?? emptyDocument();
      const origins = mergeOrigins(was, saved.document as PromptDocument, merged);
      return { before, sentence: writeOrigins(origins, { author, head }) };
    },
    onSuccess({ before, sentence }) {
      goOnFrom(queries, sides);
      onMerged(sentence, () => before && draft?.editing.edit(() => before));
    },
    onError: () => void preview.refetch(),
  });
  return (
    <>
      <ProblemMessage severity="warning">
        <p className="font-medium">
          {stale.author
            ? t('conflictTitle', { author, number: head, time: '' }).trim()
            : t('conflictTitleUnknown', { number: head })}{' '}
          {at && <RelativeTime time={at} />}
        </p>
        <p>
          {t('conflictHint')}{' '}
          {preview.isSuccess &&
            (conflicts > 0 ? t('mergeClashes', { author, count: conflicts }) : t('mergeClean'))}
        </p>
      </ProblemMessage>
      {preview.isPending && <SkeletonRows rows={1} />}
      {(merging.error ?? preview.error) && (
        <ProblemMessage>{(merging.error ?? preview.error)?.message}</ProblemMessage>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {conflicts > 0 ? (
          <Button kind="primary" icon={<GitMerge />} onClick={onSettle}>
            {t('settleConflicts', { count: conflicts })}
          </Button>
        ) : (
          <Button
            kind="primary"
            icon={<GitMerge />}
            busy={merging.isPending}
            disabled={!preview.isSuccess}
            onClick={() => merging.mutate()}
          >
            {t('mergeSaved', { number: head })}
          </Button>
        )}
        <Button onClick={onCompare}>{t('compareWith', { number: head })}</Button>
      </div>
    </>
  );
}
