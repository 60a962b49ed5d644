import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, GitMerge } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { branchesQuery } from '../api/branches.ts';
import { type MergePreview, mergePreviewQuery, original, useMerge } from '../api/merges.ts';
import { versionQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { type Choices, resolutionsOf } from '../state/resolutions.ts';
import { useKept } from '../state/use-kept.ts';
import type { Studio } from '../state/use-studio.ts';
import { MergeBody } from './merge-body.tsx';

type MergeStageProps = {
  studio: Studio;
  source: string;
  onSource: (name: string) => void;
  onClose: () => void;
};

/** In place of the columns: what comes from another branch, what both changed, and one button at the end. */
export function MergeStage({ studio, source, onSource, onClose }: MergeStageProps) {
  const { prompt, branch } = studio;
  const sides = { promptId: prompt.id, from: source, into: branch };
  const branches = useQuery(branchesQuery(prompt.id));
  const { data: preview, error, refetch } = useQuery(mergePreviewQuery(sides, []));
  const others = (branches.data ?? []).filter(({ name }) => name !== branch);
  const names = others.some(({ name }) => name === source) ? others : [{ name: source }, ...others];
  const listed = names
    .filter(({ name }) => name !== original)
    .map(({ name }) => ({ value: name, label: name }));
  const options =
    prompt.upstream || source === original
      ? [{ value: original, label: t('theOriginal') }, ...listed]
      : listed;
  return (
    <section aria-label={t('merging')} className="flex min-h-0 flex-1 flex-col bg-panel">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <h2 className="sr-only">{t('merging')}</h2>
        <Button size="small" kind="quiet" icon={<ArrowLeft />} className="-ml-2" onClick={onClose}>
          {t('closeComparison')}
        </Button>
        <span className="flex min-w-0 items-center gap-2">
          <Select
            hideLabel
            label={t('mergeFrom')}
            value={source}
            className="w-44 max-md:w-40 [&_select]:font-mono [&_select]:text-12"
            options={options}
            onChange={(event) => onSource(event.target.value)}
          />
          <ArrowRight aria-label={t('mergedInto')} className="size-3.5 shrink-0 text-ink-3" />
          <span className="min-w-0 truncate font-mono text-12">{branch}</span>
        </span>
        {preview && <span className="text-12 text-ink-3">{factsOf(preview)}</span>}
      </header>
      {error ? (
        <ErrorState title={t('mergeFailed')} reason={error.message} onRetry={() => void refetch()} />
      ) : !preview ? (
        <SkeletonRows rows={8} />
      ) : preview.incoming === 0 ? (
        <EmptyState
          icon={<GitMerge />}
          title={t('nothingToMerge')}
          hint={t('nothingToMergeHint', { from: nameOfSource(source), into: branch })}
        />
      ) : (
        <MergeWork
          key={`${preview.from.version} ${preview.into.version}`}
          studio={studio}
          source={source}
          preview={preview}
          onClose={onClose}
        />
      )}
    </section>
  );
}

const nameOfSource = (source: string) => (source === original ? t('theOriginal') : source);

const factsOf = ({ from, into, incoming }: MergePreview) =>
  t('mergeFacts', {
    count: incoming,
    from: from.version,
    into: into.version === null ? t('notSavedYet') : t('showing', { number: into.version }),
  });

type MergeWorkProps = { studio: Studio; source: string; preview: MergePreview; onClose: () => void };

function MergeWork({ studio, source, preview, onClose }: MergeWorkProps) {
  const { prompt, branch, draft } = studio;
  const sides = { promptId: prompt.id, from: source, into: branch };
  const conflicts = preview.conflicts;
  const [choices, changeChoices] = useKept<Choices>(
    `merge.${prompt.id}.${source}.${preview.from.version}.${branch}.${preview.into.version}`,
    {},
  );
  const resolutions = resolutionsOf(conflicts, choices);
  const now = useQuery(mergePreviewQuery(sides, resolutions));
  const { version: into } = preview.into;
  const target = useQuery({ ...versionQuery(prompt.id, into ?? 0), enabled: into !== null });
  const open = conflicts.length - resolutions.length;
  const blocks = now.data?.draft === 'blocks' && open === 0;
  return (
    <>
      <MergeBody
        conflicts={conflicts}
        choices={choices}
        onChoose={(path, choice) => changeChoices((before) => ({ ...before, [path]: choice }))}
        names={{ ours: branch, theirs: nameOfSource(source) }}
        documents={[studio.document, preview.document]}
        note={now.data?.draft === 'carried' && t('draftCarried', { name: branch })}
        warning={
          blocks && (
            <ProblemMessage severity="warning" className="mx-4 mt-3">
              {t('draftBlocks', { name: branch })}
            </ProblemMessage>
          )
        }
        result={{
          before:
            into === null
              ? { name: t('notSavedYet'), document: emptyDocument() }
              : target.data && {
                  name: t('showing', { number: into }),
                  document: target.data.document as PromptDocument,
                },
          merged: now.data?.document,
          failure: now.error ?? target.error,
        }}
      />
      <MergeForm
        sides={sides}
        ready={open === 0 && !blocks && !now.isPlaceholderData}
        open={open}
        expectedFrom={preview.from.version}
        expectedInto={preview.into.version}
        resolutions={resolutions}
        mayWrite={studio.mayWrite}
        settle={() => draft?.sync.settle() ?? Promise.resolve()}
        onMerged={(number) => {
          toast({ text: t('merged', { from: nameOfSource(source), number }), tone: 'ok' });
          onClose();
        }}
      />
    </>
  );
}

type MergeFormProps = {
  sides: { promptId: string; from: string; into: string };
  ready: boolean;
  open: number;
  expectedFrom: number;
  expectedInto: number | null;
  resolutions: ReturnType<typeof resolutionsOf>;
  mayWrite: boolean;
  settle: () => Promise<void>;
  onMerged: (version: number) => void;
};

function MergeForm(props: MergeFormProps) {
  const { sides, ready, open, expectedFrom, expectedInto, resolutions, mayWrite, settle, onMerged } = props;
  const [message, setMessage] = useState('');
  const merge = useMerge(sides);
  const submit = async () => {
    if (!ready || merge.isPending) return;
    try {
      await settle();
      const { version } = await merge.mutateAsync({
        expectedFrom,
        expectedInto,
        resolutions,
        message: message.trim() || t('mergeMessage', { from: nameOfSource(sides.from), into: sides.into }),
      });
      onMerged(version.number);
    } catch (error) {
      // A refusal stands beside the button; the newest state is shown with it.
      if (!(error instanceof ApiProblem)) toast({ text: String(error), tone: 'bad' });
    }
  };
  if (!mayWrite)
    return (
      <p className="border-t border-line px-4 py-2 text-ink-3">{t('mergeReadOnly', { name: sides.into })}</p>
    );
  return (
    <form
      className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {merge.error && <ProblemMessage className="w-full">{merge.error.message}</ProblemMessage>}
      <TextField
        hideLabel
        label={t('saveMessage')}
        placeholder={t('mergeMessage', { from: nameOfSource(sides.from), into: sides.into })}
        className="min-w-48 flex-1"
        value={message}
        maxLength={1000}
        onChange={(event) => setMessage(event.target.value)}
      />
      <Button type="submit" kind="primary" icon={<GitMerge />} busy={merge.isPending} disabled={!ready}>
        {open > 0 ? t('mergeOpen', { count: open }) : t('mergeNow')}
      </Button>
    </form>
  );
}
