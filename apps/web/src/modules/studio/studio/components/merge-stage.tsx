import type { PromptDocument } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, GitMerge } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { CompareView } from '../../../../ui/compare/compare-view.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { branchesQuery } from '../api/branches.ts';
import { type MergePreview, mergePreviewQuery, original, useMerge } from '../api/merges.ts';
import { versionQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { compareParts } from '../state/compare-parts.ts';
import { type Choices, resolutionsOf } from '../state/resolutions.ts';
import { useKept } from '../state/use-kept.ts';
import type { Studio } from '../state/use-studio.ts';
import { ConflictList } from './conflict-list.tsx';

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
        <Select
          hideLabel
          label={t('mergeFrom')}
          value={source}
          className="w-44 [&_select]:font-mono [&_select]:text-12"
          options={options}
          onChange={(event) => onSource(event.target.value)}
        />
        <ArrowRight aria-label={t('mergedInto')} className="size-3.5 text-ink-3" />
        <span className="font-mono text-12">{branch}</span>
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
  const [view, setView] = useState<'conflicts' | 'result'>(conflicts.length > 0 ? 'conflicts' : 'result');
  const open = conflicts.length - resolutions.length;
  const blocks = now.data?.draft === 'blocks' && open === 0;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-1.5">
        <SegmentedControl
          label={t('mergeView')}
          value={view}
          onChange={setView}
          options={[
            { value: 'conflicts', label: t('conflicts', { count: conflicts.length }) },
            { value: 'result', label: t('mergeResult') },
          ]}
        />
        {conflicts.length > 0 && <Progress done={resolutions.length} all={conflicts.length} />}
        {now.data?.draft === 'carried' && (
          <span className="text-12 text-ink-3">{t('draftCarried', { name: branch })}</span>
        )}
      </div>
      {blocks && (
        <ProblemMessage severity="warning" className="mx-4 mt-3">
          {t('draftBlocks', { name: branch })}
        </ProblemMessage>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls */}
      <div
        role="group"
        aria-label={view === 'conflicts' ? t('conflicts', { count: conflicts.length }) : t('mergeResult')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
      >
        {view === 'conflicts' ? (
          <ConflictList
            conflicts={conflicts}
            choices={choices}
            names={{ ours: branch, theirs: nameOfSource(source) }}
            documents={[studio.document, preview.document]}
            onChoose={(path, choice) => changeChoices((before) => ({ ...before, [path]: choice }))}
          />
        ) : (
          <Result studio={studio} into={preview.into.version} merged={now.data} failure={now.error} />
        )}
      </div>
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

function Progress({ done, all }: { done: number; all: number }) {
  return (
    <span className="flex items-center gap-2 text-12 text-ink-2 tabular" role="status">
      <span aria-hidden="true" className="h-1 w-24 overflow-hidden rounded-full bg-line">
        <span
          className={`block h-full ${done === all ? 'bg-ok-solid' : 'bg-accent'}`}
          style={{ width: `${(done / all) * 100}%` }}
        />
      </span>
      {t('resolvedOf', { done, all })}
    </span>
  );
}

type ResultProps = {
  studio: Studio;
  into: number | null;
  merged: MergePreview | undefined;
  failure: Error | null;
};

/** What the merge does to the branch it goes into. */
function Result({ studio, into, merged, failure }: ResultProps) {
  const before = useQuery({ ...versionQuery(studio.prompt.id, into ?? 0), enabled: into !== null });
  const failed = failure ?? before.error;
  if (failed) return <ErrorState title={t('mergeFailed')} reason={failed.message} />;
  if (!merged || (into !== null && !before.data)) return <SkeletonRows rows={8} />;
  const old = before.data?.document as PromptDocument | undefined;
  const now = merged.document;
  return (
    <CompareView
      before={into === null ? t('notSavedYet') : t('showing', { number: into })}
      after={t('mergeResult')}
      parts={compareParts(old ?? { ...now, sections: [] }, now)}
    />
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
