import type { PromptDocument, Section } from '@promptvault/document';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ArrowLeft, RotateCcw, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { type ComparePart, CompareView } from '../../../../ui/compare/compare-view.tsx';
import { PromptEditor } from '../../../../ui/editor/prompt-editor.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { graphQuery } from '../api/branches.ts';
import { versionQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { compareMessages, compareParts } from '../state/compare-parts.ts';
import { bringBackSection } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { highlighter } from '../state/highlight-text.ts';
import { sectionName } from '../state/section-names.ts';
import { useRendering } from '../state/use-rendering.ts';
import type { Studio } from '../state/use-studio.ts';
import { ExamplesEditor } from './examples-editor.tsx';

export type Side = number | 'draft';

type VersionStageProps = {
  studio: Studio;
  from: number;
  /** Absent: the version itself is shown. */
  to: Side | undefined;
  onShow: (from: number, to: Side | undefined) => void;
  onRestore: ((version: number) => void) | undefined;
  onClose: () => void;
};

/** In place of the columns: an old version, or two of them against each other. Never over them. */
export function VersionStage({ studio, from, to, onShow, onRestore, onClose }: VersionStageProps) {
  const { prompt } = studio;
  const versions = useInfiniteQuery(graphQuery(prompt.id));
  const [shows, setShows] = useState<'text' | 'sent'>('text');
  const numbers = versions.data?.pages.flatMap(({ items }) => items.map(({ number }) => number)) ?? [];
  const listed = [...new Set([...numbers, from, ...(typeof to === 'number' ? [to] : [])])].sort(
    (a, b) => b - a,
  );
  const options = listed.map((number) => ({ value: String(number), label: t('showing', { number }) }));
  const restorable = typeof to === 'number' ? to : from;
  return (
    <section aria-label={t('comparing')} className="flex min-h-0 flex-1 flex-col bg-panel">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <h2 className="sr-only">{t('comparing')}</h2>
        <Button size="small" kind="quiet" icon={<ArrowLeft />} className="-ml-2" onClick={onClose}>
          {t('closeComparison')}
        </Button>
        <span className="flex items-center gap-2">
          <Select
            hideLabel
            label={t('compareFrom')}
            value={String(from)}
            options={options}
            className="w-24"
            onChange={(event) => onShow(Number(event.target.value), to)}
          />
          <span aria-hidden="true" className="text-ink-3">
            →
          </span>
          <Select
            hideLabel
            label={t('compareTo')}
            value={to === undefined ? '' : String(to)}
            placeholder={t('justShow')}
            options={[...(studio.mayWrite ? [{ value: 'draft', label: t('draft') }] : []), ...options]}
            className="w-32"
            onChange={(event) => onShow(from, readSide(event.target.value))}
          />
        </span>
        {to !== undefined && (
          <SegmentedControl
            label={t('compareShows')}
            value={shows}
            onChange={setShows}
            options={[
              { value: 'text', label: t('whatIsWritten') },
              { value: 'sent', label: t('whatIsSent') },
            ]}
          />
        )}
        {onRestore && (
          <Button
            size="small"
            icon={<RotateCcw />}
            className="ml-auto"
            title={t('restoreHint')}
            onClick={() => onRestore(restorable)}
          >
            {t('restoreVersion', { number: restorable })}
          </Button>
        )}
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls */}
      <div
        role="group"
        aria-label={t('showing', { number: from })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
      >
        <StageContent studio={studio} from={from} to={to} shows={shows} />
      </div>
    </section>
  );
}

const readSide = (text: string): Side | undefined =>
  text === '' ? undefined : text === 'draft' ? 'draft' : Number(text);

type StageContentProps = { studio: Studio; from: number; to: Side | undefined; shows: 'text' | 'sent' };

function StageContent({ studio, from, to, shows }: StageContentProps) {
  const before = useQuery(versionQuery(studio.prompt.id, from));
  const other = useQuery({
    ...versionQuery(studio.prompt.id, typeof to === 'number' ? to : from),
  });
  const failed = before.error ?? other.error;
  if (failed)
    return (
      <ErrorState
        title={t('versionFailed')}
        reason={failed.message}
        onRetry={() => void Promise.all([before.refetch(), other.refetch()])}
      />
    );
  if (!before.data || !other.data) return <SkeletonRows rows={8} />;
  const old = before.data.document as PromptDocument;
  if (to === undefined) return <VersionText document={old} />;
  const now = to === 'draft' ? studio.document : (other.data.document as PromptDocument);
  const names = {
    before: t('showing', { number: from }),
    after: to === 'draft' ? t('draft') : t('showing', { number: to }),
  };
  if (shows === 'sent') return <SentCompared studio={studio} old={old} now={now} names={names} />;
  return <CompareView {...names} parts={withBringingBack(studio, compareParts(old, now), { old, from })} />;
}

/** Beside each section that differs: the way to have it in the draft as it was. */
function withBringingBack(
  { editing }: Studio,
  parts: readonly ComparePart[],
  { old, from }: { old: PromptDocument; from: number },
): readonly ComparePart[] {
  if (!editing) return parts;
  return parts.map((part) => {
    const section = old.sections.find(({ id }) => id === part.id);
    if (!section || part.before === part.after) return part;
    const actions = <BringBack key={part.id} editing={editing} section={section} part={part} from={from} />;
    return { ...part, actions };
  });
}

type BringBackProps = { editing: DraftEditing; section: Section; part: ComparePart; from: number };

function BringBack({ editing, section, part, from }: BringBackProps) {
  const bringBack = () => {
    editing.edit(bringBackSection(section));
    toast({
      text: t('sectionBack', { section: part.label, number: from }),
      tone: 'ok',
      onUndo: editing.undo,
    });
  };
  return (
    <Button size="small" kind="quiet" icon={<Undo2 />} onClick={bringBack}>
      {t('bringBack', { number: from })}
    </Button>
  );
}

type SentComparedProps = {
  studio: Studio;
  old: PromptDocument;
  now: PromptDocument;
  names: { before: string; after: string };
};

/** What both would send for the values that are filled in now. */
function SentCompared({ studio, old, now, names }: SentComparedProps) {
  const { entries, pack, families } = studio;
  const before = useRendering({ document: old, entries, pack, families }).rendering.rendered.messages;
  const after = useRendering({ document: now, entries, pack, families }).rendering.rendered.messages;
  return <CompareView {...names} parts={compareMessages(before, after)} />;
}

function VersionText({ document }: { document: PromptDocument }) {
  const highlight = useMemo(() => highlighter(document.delimiters), [document.delimiters]);
  const sections = document.sections.map((section) => ({
    id: section.id,
    label: sectionName(section, document.sections),
    text: section.text,
    readOnly: true,
  }));
  const examples = document.examples.length > 0 && {
    id: 'examples',
    label: t('examples'),
    text: '',
    content: <ExamplesEditor document={document} editing={undefined} />,
  };
  return (
    <div className="mx-auto max-w-200">
      <PromptEditor
        label={t('document')}
        highlight={highlight}
        onChange={() => undefined}
        sections={examples ? [...sections, examples] : sections}
      />
    </div>
  );
}
