import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { usePageCommands } from '../../../../shell/page-commands.ts';
import { Slot } from '../../../../shell/slot.tsx';
import { Button } from '../../../../ui/button.tsx';
import type { EditorAction, PromptEditorHandle } from '../../../../ui/editor/editor-types.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ResizablePanels } from '../../../../ui/panels/resizable-panels.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useSole } from '../../../../ui/use-sole.ts';
import { isFresh, notFresh } from '../../../vault/prompts/index.ts';
import { isPrivateComparison, privateText, useComparison } from '../../runs/index.ts';
import { usePromptChanges } from '../api/prompt-changes.ts';
import type { Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { nextProblem } from '../state/next-problem.ts';
import { symbolKey } from '../state/outline-rows.ts';
import { type StudioSearch, savedMeanwhile } from '../state/studio-search.ts';
import { useArrival, useBeginning, useOpenPrompt } from '../state/use-arrival.ts';
import { useEditorLanguage } from '../state/use-editor-language.ts';
import { useKept } from '../state/use-kept.ts';
import { useProblemFixes } from '../state/use-problem-fixes.ts';
import { mostRunsAtOnce, type RunObstacle, useRunPrompt } from '../state/use-run-prompt.ts';
import { type Studio, type StudioBranch, useStudio, useTouched } from '../state/use-studio.ts';
import { useTalk } from '../state/use-talk.ts';
import { useWaitingRun } from '../state/use-waiting-run.ts';
import { DocumentColumn } from './document-column.tsx';
import { InputsColumn } from './inputs-column.tsx';
import { Presence } from './presence.tsx';
import { PromptFacts } from './prompt-facts.tsx';
import { Readers } from './readers.tsx';
import { ResultColumn } from './result-column.tsx';
import { RunButton } from './run-button.tsx';
import { SaveButton } from './save-button.tsx';
import type { StaleSave } from './stale-save.tsx';
import { StudioBudget } from './studio-budget.tsx';
import { StudioDrawer } from './studio-drawer.tsx';
import { TitleField } from './title-field.tsx';
import { fieldId } from './variable-form.tsx';
import { VersionStage } from './version-stage.tsx';

const DraftMergeStage = lazy(() =>
  import('./draft-merge-stage.tsx').then((file) => ({ default: file.DraftMergeStage })),
);
const MergeStage = lazy(() => import('./merge-stage.tsx').then((file) => ({ default: file.MergeStage })));

type WorkbenchProps = {
  prompt: Prompt;
  branch: StudioBranch;
  organizationId: string;
  search: StudioSearch;
  onSearch: (change: StudioSearch) => void;
};

/** Back to the columns. */
const noStage = {
  version: undefined,
  against: undefined,
  merge: undefined,
  since: undefined,
} satisfies StudioSearch;

type Column = 'document' | 'inputs' | 'result';

/** The columns, what is above and below them, and what leads from one to another. */
export function Workbench({ prompt, branch, organizationId, search, onSearch }: WorkbenchProps) {
  const studio = useStudio(prompt, branch, organizationId);
  const touched = useTouched();
  const talk = useTalk(studio, search, onSearch);
  const editor = useRef<PromptEditorHandle>(null);
  const runner = useRunPrompt(studio);
  const [lastComparison, keepComparison] = useKept<string | null>(`comparison.${prompt.id}`, null);
  const comparisonId = search.comparison ?? lastComparison ?? undefined;
  const isPrivate = isPrivateComparison(comparisonId);
  const compared = useComparison(isPrivate ? undefined : comparisonId);
  const restore = useRestore(studio, () => onSearch({ version: undefined, against: undefined }));

  const [front, setFront] = useState<Column>('document');
  const [isNaming, setNaming] = useState(() => isFresh(prompt.id));
  const [isNamed, setNamed] = useState(false);
  useEffect(() => notFresh(prompt.id), [prompt.id]);
  useBeginning(studio, editor, isNamed);
  const [stale, setStale] = useState<StaleSave>();

  /** On a phone the column has to come to the front first. */
  const show = (column: Column, then: () => void) => {
    setFront(column);
    requestAnimationFrame(then);
  };
  const lead = (obstacle: RunObstacle) => {
    touched.tryAll();
    if (obstacle.kind === 'value') show('inputs', () => focusInside(fieldId(obstacle.name)));
    else if (obstacle.kind === 'problem') goTo(obstacle.problem);
    else if (obstacle.kind !== 'examples') show('inputs', () => focusInside('studio-models'));
    toast({
      text:
        obstacle.kind === 'private' || obstacle.kind === 'examples'
          ? obstacle.reason
          : obstacle.kind === 'blind'
            ? t('attachmentsNobody', { models: obstacle.models })
            : obstacle.kind === 'no-model'
              ? studio.privately.isOn
                ? privateText('chooseModel')
                : t('chooseModel')
              : obstacle.kind === 'too-many'
                ? t('tooManyRuns', { count: obstacle.count, most: mostRunsAtOnce })
                : t('runBlocked', { count: Math.max(1, studio.errors) }),
      tone: 'bad',
    });
  };
  const goTo = (problem: Studio['problems'][number]) => {
    const { sectionId, subject, from } = problem;
    if (sectionId) show('document', () => editor.current?.showProblem(sectionId, from.offset));
    else if (subject) show('inputs', () => focusInside(fieldId(subject)));
  };
  const goToNext = (direction: 1 | -1) => {
    const next = nextProblem(studio.problems, studio.document, editor.current?.caret(), direction);
    if (next) goTo(next);
    else toast({ text: t('noProblems'), tone: 'ok' });
  };
  const openPrompt = useOpenPrompt(prompt.id, editor);
  const language = useEditorLanguage(studio, {
    openVariable: (name) => show('inputs', () => focusInside(fieldId(name))),
    openPrompt,
    openUses: (symbol) => onSearch({ tab: 'outline', target: symbolKey(symbol) }),
  });
  const fixesFor = useProblemFixes(studio);
  const act = (action: EditorAction) => {
    if (!editor.current?.act(action)) toast({ text: t('noNameHere') });
  };
  useArrival(studio, editor, search.block);
  const switchTo = (name: string) =>
    onSearch({
      branch: name === prompt.defaultBranch ? undefined : name,
      ...noStage,
    });
  const start = useSole(async () => {
    try {
      const started = await runner.run();
      if ('kind' in started) return lead(started);
      // Where private answers are gone with the tab, the last ones that the server knows are shown again.
      if (!isPrivateComparison(started.comparison)) keepComparison(() => started.comparison);
      setFront('result');
      onSearch({ comparison: started.comparison, view: 'answers', version: undefined, against: undefined });
    } catch (error) {
      toast({ text: `${t('runFailed')}: ${error instanceof Error ? error.message : error}`, tone: 'bad' });
    }
  });
  const { run, isWaiting, cancel } = useWaitingRun(studio, start);
  usePageCommands([
    ...(studio.mayRun
      ? [
          { id: 'studio.run', label: () => t('runNone'), keys: 'mod+enter', run },
          { id: 'studio.runs', label: () => t('runs'), run: () => onSearch({ tab: 'runs' }) },
        ]
      : []),
    { id: 'studio.versions', label: () => t('versions'), run: () => onSearch({ tab: 'versions' }) },
    { id: 'studio.outline', label: () => t('outline'), run: () => onSearch({ tab: 'outline' }) },
    { id: 'studio.problems', label: () => t('problems'), run: () => onSearch({ tab: 'problems' }) },
    { id: 'studio.next-problem', label: () => t('nextProblem'), keys: 'f8', run: () => goToNext(1) },
    {
      id: 'studio.previous-problem',
      label: () => t('previousProblem'),
      keys: 'shift+f8',
      run: () => goToNext(-1),
    },
    { id: 'studio.definition', label: () => t('goToDefinition'), keys: 'f12', run: () => act('definition') },
    { id: 'studio.places', label: () => t('findPlaces'), keys: 'shift+f12', run: () => act('uses') },
    { id: 'studio.rename', label: () => t('renameName'), keys: 'f2', run: () => act('rename') },
    { id: 'studio.hint', label: () => t('showHint'), keys: 'mod+.', run: () => act('hint') },
  ]);

  return (
    <Page
      title={prompt.title}
      heading={
        isNaming ? (
          <TitleField
            prompt={prompt}
            onDone={(onward) => {
              setNaming(false);
              setNamed(onward);
            }}
          />
        ) : undefined
      }
      crumbs={crumbsOf(prompt)}
      layout="fill"
      facts={
        <PromptFacts
          studio={studio}
          onVersions={() => onSearch({ tab: 'versions' })}
          onBranch={switchTo}
          onMerge={(merge) => onSearch({ merge, version: undefined, against: undefined })}
        />
      }
      presence={
        <>
          <Presence studio={studio} />
          <Readers studio={studio} />
          <Slot name="studio.presence" props={{ promptId: prompt.id, branch: studio.branch }} />
        </>
      }
      actions={
        <>
          <Slot name="studio.actions" props={{ promptId: prompt.id, branch: studio.branch }} />
          {studio.mayWrite && (
            <SaveButton
              studio={studio}
              stale={stale}
              onStale={setStale}
              onCompare={(version) => onSearch({ version, against: 'draft' })}
              onSettle={(since, version) =>
                onSearch({ merge: savedMeanwhile, since, version, against: undefined })
              }
            />
          )}
          {isWaiting && <Button onClick={cancel}>{t('cancelRun')}</Button>}
          {studio.mayRun && (
            <RunButton
              studio={studio}
              samples={runner.samples}
              isStarting={runner.isStarting || isWaiting}
              onRun={run}
            />
          )}
        </>
      }
      bar={<StudioBudget studio={studio} />}
    >
      {search.merge === savedMeanwhile ? (
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <DraftMergeStage
            studio={studio}
            since={search.since ?? null}
            head={search.version ?? branch.head}
            onMerged={() => {
              setStale(undefined);
              onSearch(noStage);
            }}
            onClose={() => onSearch(noStage)}
          />
        </Suspense>
      ) : search.merge !== undefined && search.merge !== branch.name ? (
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <MergeStage
            studio={studio}
            source={search.merge}
            onSource={(merge) => onSearch({ merge })}
            onClose={() => onSearch({ merge: undefined })}
          />
        </Suspense>
      ) : search.version !== undefined ? (
        <VersionStage
          studio={studio}
          from={search.version}
          to={search.against}
          onShow={(version, against) => onSearch({ version, against })}
          onRestore={restore}
          onClose={() => onSearch({ version: undefined, against: undefined })}
        />
      ) : (
        <ResizablePanels
          label={t('column')}
          name="studio"
          front={front}
          onFront={(id) => setFront(id as Column)}
          panels={[
            {
              id: 'document',
              label: t('document'),
              size: 560,
              min: 340,
              flexible: true,
              content: (
                <DocumentOrReason
                  studio={studio}
                  ready={() => (
                    <DocumentColumn
                      studio={studio}
                      talk={talk}
                      editor={editor}
                      language={language}
                      fixesFor={fixesFor}
                      onOpenPrompt={openPrompt}
                      onAdded={(id) => requestAnimationFrame(() => editor.current?.focus(id))}
                    />
                  )}
                />
              ),
            },
            {
              id: 'inputs',
              label: t('inputs'),
              size: 316,
              min: 260,
              max: 520,
              content: <InputsColumn studio={studio} touched={touched} runner={runner} />,
            },
            {
              id: 'result',
              label: t('result'),
              size: 520,
              min: 300,
              flexible: true,
              tone: 'bg',
              content: (
                <ResultColumn
                  studio={studio}
                  compared={compared}
                  privateId={isPrivate ? comparisonId : undefined}
                  sentHashes={runner.sent?.comparison === comparisonId ? runner.sent?.hashes : undefined}
                  view={search.view ?? (comparisonId ? 'answers' : 'preview')}
                  onView={(view) => onSearch({ view })}
                />
              ),
            },
          ]}
        />
      )}
      <StudioDrawer
        studio={studio}
        search={search}
        onSearch={onSearch}
        fixesFor={fixesFor}
        onBranch={switchTo}
        onProblem={goTo}
        onPlace={(sectionId, offset) => show('document', () => editor.current?.focus(sectionId, offset))}
        onRestore={restore}
      />
    </Page>
  );
}

function crumbsOf({ path }: Prompt) {
  const folders = path.split('/').slice(0, -1);
  return [{ label: t('prompts'), to: '/prompts' }, ...folders.map((label) => ({ label }))];
}

const focusInside = (id: string) =>
  document.getElementById(id)?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();

function DocumentOrReason({ studio, ready }: { studio: Studio; ready: () => ReactNode }) {
  const { draft, draftState, mayWrite, isWaiting, failure } = studio;
  if (mayWrite && draftState?.phase === 'failed')
    return (
      <ErrorState
        title={t('draftFailed')}
        reason={draftState.problem?.message ?? ''}
        onRetry={() => void draft?.sync.start()}
      />
    );
  if (!mayWrite && failure) return <ErrorState title={t('draftFailed')} reason={failure.message} />;
  if (mayWrite && draftState?.phase === 'closed')
    return <ErrorState title={t('draftClosed')} reason={draftState.problem?.message ?? ''} />;
  if (isWaiting || (mayWrite && draftState?.phase !== 'ready')) return <SkeletonRows rows={8} />;
  return ready();
}

/** Restoring saves the old text as the newest version; the draft follows from the server. */
function useRestore(studio: Studio, onDone: () => void): ((version: number) => void) | undefined {
  const { prompt, branch, head, draft, mayWrite } = studio;
  const { restore } = usePromptChanges(prompt.id);
  if (!mayWrite || !draft) return undefined;
  return (number) => {
    void (async () => {
      try {
        await draft.sync.settle();
        const expectedParent = head ?? null;
        const before = draft.editing.document();
        const { version } = await restore.mutateAsync({ branch, number, expectedParent, message: '' });
        toast({
          text: t('restored', { number, newest: version.number }),
          tone: 'ok',
          onUndo: () => draft.editing.edit(() => before),
        });
        onDone();
      } catch (error) {
        toast({ text: error instanceof Error ? error.message : String(error), tone: 'bad' });
      }
    })();
  };
}
