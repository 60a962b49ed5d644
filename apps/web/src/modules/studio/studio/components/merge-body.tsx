import type { PromptDocument } from '@promptvault/document';
import { type ReactNode, useState } from 'react';
import { CompareView } from '../../../../ui/compare/compare-view.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import type { MergeConflict } from '../api/merges.ts';
import { t } from '../messages.ts';
import { compareParts } from '../state/compare-parts.ts';
import { type Choice, type Choices, resolutionsOf } from '../state/resolutions.ts';
import { ConflictList } from './conflict-list.tsx';

type MergeBodyProps = {
  conflicts: readonly MergeConflict[];
  choices: Choices;
  onChoose: (path: string, choice: Choice) => void;
  names: { ours: string; theirs: string };
  /** Where the names of what a conflict is about are looked up. */
  documents: readonly PromptDocument[];
  /** Beside the progress. */
  note?: ReactNode;
  /** Above what is shown. */
  warning?: ReactNode;
  result: MergeResultProps;
};

/** What both sides changed, and what the merge comes to; the one or the other is shown. */
export function MergeBody(props: MergeBodyProps) {
  const { conflicts, choices, onChoose, names, documents, note, warning, result } = props;
  const [view, setView] = useState<'conflicts' | 'result'>(conflicts.length > 0 ? 'conflicts' : 'result');
  const done = resolutionsOf(conflicts, choices).length;
  const open = conflicts.length - done;
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
        {conflicts.length > 0 && <Progress done={done} all={conflicts.length} />}
        {note && <span className="text-12 text-ink-3">{note}</span>}
      </div>
      {warning}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls */}
      <div
        role="group"
        aria-label={view === 'conflicts' ? t('conflicts', { count: conflicts.length }) : t('mergeResult')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
      >
        {view === 'conflicts' ? (
          <ConflictList {...{ conflicts, choices, names, documents, onChoose }} />
        ) : (
          <>
            {open > 0 && (
              <ProblemMessage severity="info" className="mx-4 mt-3">
                {t('resultOpen', { count: open })}
              </ProblemMessage>
            )}
            <MergeResult {...result} />
          </>
        )}
      </div>
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

type MergeResultProps = {
  /** What it is merged into; undefined while it is asked for. */
  before: { name: string; document: PromptDocument } | undefined;
  merged: PromptDocument | undefined;
  failure: Error | null;
};

/** What the merge does to what it goes into. */
function MergeResult({ before, merged, failure }: MergeResultProps) {
  if (failure) return <ErrorState title={t('mergeFailed')} reason={failure.message} />;
  if (!merged || !before) return <SkeletonRows rows={8} />;
  return (
    <CompareView
      before={before.name}
      after={t('mergeResult')}
      parts={compareParts(before.document, merged)}
    />
  );
}
