import { Columns2, FileText, GitCompareArrows } from 'lucide-react';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { PrivateAnswers, type useComparison } from '../../runs/index.ts';
import { t } from '../messages.ts';
import type { ResultView } from '../state/studio-search.ts';
import type { Studio } from '../state/use-studio.ts';
import { Answers, AnswersCompared } from './answers.tsx';
import { RenderedPreview } from './rendered-preview.tsx';

type ResultColumnProps = {
  studio: Studio;
  compared: ReturnType<typeof useComparison>;
  /** Where the answers are those of private runs, which no server knows. */
  privateId: string | undefined;
  /** Of what this page sent last, one for each set of values. */
  sentHashes: readonly string[] | undefined;
  view: ResultView;
  onView: (view: ResultView) => void;
};

/** What would be sent, or what came back. */
export function ResultColumn(props: ResultColumnProps) {
  const { studio, compared, privateId, sentHashes, view, onView } = props;
  const options = [
    { value: 'preview' as const, label: t('preview'), icon: <FileText /> },
    ...(studio.mayRun ? [{ value: 'answers' as const, label: t('answers'), icon: <Columns2 /> }] : []),
    ...(compared.runs.length > 1
      ? [{ value: 'compare' as const, label: t('compareAnswers'), icon: <GitCompareArrows /> }]
      : []),
  ];
  const shown = options.some(({ value }) => value === view) ? view : studio.mayRun ? 'answers' : 'preview';
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center gap-3 px-4 py-1.5">
        <SegmentedControl label={t('resultView')} value={shown} onChange={onView} options={options} />
        {shown === 'preview' && (
          <span className="ml-auto text-12 text-ink-3 tabular">
            {t('previewMessages', { count: studio.rendering.rendered.messages.length })}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls */}
      <div
        role="group"
        aria-label={options.find(({ value }) => value === shown)?.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col overflow-auto focus-visible:-outline-offset-2"
      >
        {shown === 'preview' && <RenderedPreview studio={studio} />}
        {shown === 'answers' && privateId !== undefined && <PrivateAnswers comparisonId={privateId} />}
        {shown === 'answers' && privateId === undefined && (
          <Answers studio={studio} compared={compared} sentHashes={sentHashes} />
        )}
        {shown === 'compare' && <AnswersCompared runs={compared.runs} />}
      </div>
    </div>
  );
}
