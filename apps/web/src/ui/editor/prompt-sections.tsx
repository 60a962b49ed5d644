import type { EditorView } from '@codemirror/view';
import { Eye, MessageSquarePlus, Pencil } from 'lucide-react';
import { useImperativeHandle, useRef, useState } from 'react';
import { uiText as t } from '../../messages/interface-text.ts';
import { IconButton } from '../icon-button.tsx';
import { MarkdownView } from '../markdown-view.tsx';
import { SegmentedControl } from '../segmented-control.tsx';
import { toast } from '../toast-store.ts';
import { commentKeys } from './comment-keys.ts';
import type { EditorSection, PromptEditorProps } from './editor-types.ts';
import { FormatToolbar } from './format-toolbar.tsx';
import { showProblemAt } from './language-hints.ts';
import { formatMarkdown } from './markdown-keys.ts';
import { SectionEditor } from './section-editor.tsx';
import { SectionFrame } from './section-frame.tsx';
import { actOnPlace } from './section-language.ts';
import { sharedSection } from './shared-editing.ts';

type Looks = 'source' | 'formatted';

/** The editor itself; pages use PromptEditor, which loads it. */
export function PromptSections(props: PromptEditorProps) {
  const { label, sections, onChange, highlight, language, extensionsFor, onFocusSection, head, foot, ref } =
    props;
  const { shared, onMark, onComment } = props;
  const [looks, setLooks] = useState<Looks>('source');
  const [current, setCurrent] = useState<string>();
  const views = useRef(new Map<string, EditorView>());

  const focus = (id: string, offset?: number): boolean => {
    const view = views.current.get(id);
    if (!view) return false;
    const anchor = Math.min(offset ?? view.state.selection.main.head, view.state.doc.length);
    view.focus();
    view.dispatch({ selection: { anchor }, scrollIntoView: true });
    return true;
  };
  useImperativeHandle(ref, () => ({
    focus: (id, offset) => void focus(id, offset),
    showProblem(id, offset) {
      const view = focus(id, offset) ? views.current.get(id) : undefined;
      if (view) showProblemAt(view, view.state.selection.main.head);
    },
    act(action) {
      const view = current === undefined ? undefined : views.current.get(current);
      if (!view || current === undefined) return false;
      return actOnPlace(action, view, { sectionId: current, language: () => language });
    },
    caret() {
      const view = current === undefined ? undefined : views.current.get(current);
      return current !== undefined && view
        ? { sectionId: current, offset: view.state.selection.main.head }
        : undefined;
    },
  }));

  const leave = (from: number, direction: -1 | 1): boolean => {
    for (let index = from + direction; sections[index]; index += direction) {
      const { id, text } = sections[index] as EditorSection;
      if (focus(id, direction < 0 ? text.length : 0)) return true;
    }
    return false;
  };
  const talkAbout = (id: string): boolean => {
    const view = views.current.get(id);
    const { from = 0, to = 0 } = view?.state.selection.main ?? {};
    if (!view || !onComment || from === to) return false;
    onComment({ sectionId: id, from, to, text: view.state.sliceDoc(from, to) });
    return true;
  };
  const active = current === undefined ? undefined : views.current.get(current);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={label} className="@container/editor pb-12">
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-1 bg-panel py-1.5 pr-3 pl-4 @lg/editor:pl-32">
        <FormatToolbar
          disabled={!active || looks === 'formatted'}
          onAction={(action) => active && formatMarkdown(active, action)}
        />
        {onComment && (
          <IconButton
            size="small"
            label={t('commentSelection')}
            keys={commentKeys.shown}
            icon={<MessageSquarePlus />}
            disabled={looks === 'formatted'}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              if (current === undefined || !talkAbout(current)) toast({ text: t('selectFirst') });
            }}
            className="[&_svg]:size-3.5"
          />
        )}
        <SegmentedControl
          compact
          className="ml-auto"
          label={t('layout')}
          value={looks}
          onChange={setLooks}
          options={[
            { value: 'source', label: t('source'), icon: <Pencil /> },
            { value: 'formatted', label: t('formatted'), icon: <Eye /> },
          ]}
        />
      </div>
      {head && <div className="flex flex-wrap gap-1.5 pt-1 pr-4 pb-3 pl-4 @lg/editor:pl-34">{head}</div>}
      {sections.map((section, index) => (
        <SectionFrame key={section.id} section={section} current={section.id === current}>
          {section.content ??
            (looks === 'formatted' ? (
              <MarkdownView text={section.text} />
            ) : (
              <SectionEditor
                sectionId={section.id}
                label={section.label}
                text={section.text}
                placeholder={section.placeholder}
                readOnly={section.readOnly}
                problems={section.problems}
                marks={section.marks}
                onMark={onMark}
                onComment={() => talkAbout(section.id)}
                highlight={highlight}
                language={language}
                extensions={[
                  shared ? sharedSection(shared, section.id) : [],
                  extensionsFor?.(section.id) ?? [],
                ]}
                onChange={(text) => onChange(section.id, text)}
                onLeave={(direction) => leave(index, direction)}
                onFocus={() => {
                  setCurrent(section.id);
                  onFocusSection?.(section.id);
                }}
                onReady={(view) => {
                  if (view) views.current.set(section.id, view);
                  else views.current.delete(section.id);
                }}
              />
            ))}
          {section.after}
        </SectionFrame>
      ))}
      {foot && <div className="px-4 pt-1 @lg/editor:pl-34">{foot}</div>}
    </div>
  );
}
