import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, GitMerge } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import {
  type DraftMergePreview,
  type DraftMergeSides,
  draftMergeQuery,
  goOnFrom,
  mergeIntoDraft,
} from '../api/draft-merges.ts';
import { versionQuery, versionsKey } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { mergeOrigins, writeOrigins } from '../state/merge-origins.ts';
import { type Choices, choicesOf, conflictKey, resolutionsOf } from '../state/resolutions.ts';
import { useKept } from '../state/use-kept.ts';
import type { Studio } from '../state/use-studio.ts';
import { MergeBody } from './merge-body.tsx';

type DraftMergeStageProps = {
  studio: Studio;
  /** The version the draft went on from; null for none. */
  since: number | null;
  /** The version that was saved meanwhile: what is settled stays so when somebody saves again. */
  head: number | undefined;
  onMerged: () => void;
  onClose: () => void;
};

/** In place of the columns: what was saved meanwhile and the draft, and where both changed the same. */
export function DraftMergeStage({ studio, since, head, onMerged, onClose }: DraftMergeStageProps) {
  const { branch, mayWrite } = studio;
  return (
    <section aria-label={t('mergingDraft')} className="flex min-h-0 flex-1 flex-col bg-panel">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <Button size="small" kind="quiet" icon={<ArrowLeft />} className="-ml-2" onClick={onClose}>
          {t('closeComparison')}
        </Button>
        <h2 className="font-medium">{t('mergingDraft')}</h2>
        {head !== undefined && head > (since ?? 0) && (
          <span className="text-12 text-ink-3">{t('mergingDraftFacts', { head, name: branch })}</span>
        )}
      </header>
      {!mayWrite ? (
        <EmptyState icon={<GitMerge />} title={t('mergeReadOnly', { name: branch })} />
      ) : head === undefined || head <= (since ?? 0) ? (
        <EmptyState icon={<GitMerge />} title={t('nothingToMerge')} hint={t('draftIsNewest')} />
      ) : (
        <DraftMerge {...{ studio, since, head, onMerged, onClose }} />
      )}
    </section>
  );
}

type DraftMergeProps = Omit<DraftMergeStageProps, 'head'> & { head: number };

function DraftMerge({ studio, since, head, onMerged, onClose }: DraftMergeProps) {
  const sides: DraftMergeSides = { promptId: studio.prompt.id, branch: studio.branch, since, head };
  const queries = useQueryClient();
  const { data: preview, error, refetch } = useQuery(draftMergeQuery(queries, sides, []));
  if (error)
    return <ErrorState title={t('mergeFailed')} reason={error.message} onRetry={() => void refetch()} />;
  if (!preview) return <SkeletonRows rows={8} />;
  return <DraftMergeWork key={head} {...{ studio, sides, preview, onMerged, onClose }} />;
}

type DraftMergeWorkProps = {
  studio: Studio;
  sides: DraftMergeSides;
  preview: DraftMergePreview;
  onMerged: () => void;
  onClose: () => void;
};

function DraftMergeWork({ studio, sides, preview, onMerged, onClose }: DraftMergeWorkProps) {
  const { promptId, branch, since, head } = sides;
  const { conflicts } = preview;
  const queries = useQueryClient();
  // By what stands in conflict: when somebody saves again, only what they changed is asked anew.
  const [kept, keep] = useKept<Choices>(`draft-merge.${promptId}.${branch}`, {});
  const choices = choicesOf(conflicts, kept);
  const resolutions = resolutionsOf(conflicts, choices);
  const now = useQuery(draftMergeQuery(queries, sides, resolutions));
  const base = useQuery({ ...versionQuery(promptId, since ?? 0), enabled: since !== null });
  const saved = useQuery(versionQuery(promptId, head));
  const open = conflicts.length - resolutions.length;
  const author = saved.data?.author?.name ?? t('deletedPerson');
  const merging = useMutation({
    mutationFn: async () => {
      await studio.draft?.sync.settle();
      const before = studio.draft?.editing.document();
      const merged = await mergeIntoDraft(queries, sides, (standing) =>
        resolutionsOf(standing, choicesOf(standing, kept)),
      );
      return { before, merged };
    },
    onSuccess({ before, merged }) {
      keep(() => ({}));
      goOnFrom(queries, sides);
      const was = since === null ? emptyDocument() : (base.data?.document as PromptDocument | undefined);
      const newest = saved.data?.document as PromptDocument | undefined;
      toast({
        text:
          was && newest
            ? writeOrigins(mergeOrigins(was, newest, merged), { author, head })
            : t('draftMerged'),
        tone: 'ok',
        ...(before && { onUndo: () => studio.draft?.editing.edit(() => before) }),
      });
      onMerged();
    },
    // Somebody wrote or saved the same place meanwhile: what stands there now is shown, and what was chosen stays.
    onError: () => void queries.invalidateQueries({ queryKey: versionsKey(promptId) }),
  });
  const ready = open === 0 && now.isSuccess && !now.isPlaceholderData;
  return (
    <>
      <MergeBody
        conflicts={conflicts}
        choices={choices}
        onChoose={(path, choice) => {
          const conflict = conflicts.find((one) => one.path === path);
          if (conflict) keep((before) => ({ ...before, [conflictKey(conflict)]: choice }));
        }}
        names={{ ours: t('yourDraft'), theirs: t('versionOf', { number: head, author }) }}
        documents={[studio.document, preview.document]}
        note={t('draftKeptMeanwhile')}
        result={{
          before: { name: t('yourDraft'), document: studio.document },
          merged: now.data?.document,
          failure: now.error ?? saved.error ?? base.error,
        }}
      />
      <form
        className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !merging.isPending) merging.mutate();
        }}
      >
        {merging.error && <ProblemMessage className="w-full">{merging.error.message}</ProblemMessage>}
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" kind="primary" icon={<GitMerge />} busy={merging.isPending} disabled={!ready}>
          {open > 0 ? t('mergeOpen', { count: open }) : t('mergeIntoDraft')}
        </Button>
      </form>
    </>
  );
}
