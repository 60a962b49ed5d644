import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { commentKeys } from './comment-keys.ts';
import { editorTheme } from './editor-theme.ts';
import type { EditorLanguage, EditorMark, EditorProblem, Highlighter } from './editor-types.ts';
import { markdownKeys } from './markdown-keys.ts';
import { rangeMarks, setRangeMarks } from './range-marks.ts';
import { sectionLanguage } from './section-language.ts';
import { isShared } from './shared-text.ts';
import { smallestChange } from './smallest-change.ts';
import { spanHighlight } from './span-highlight.ts';

export type SectionEditorProps = {
  sectionId: string;
  label: string;
  text: string;
  onChange: (text: string) => void;
  onFocus?: (view: EditorView) => void;
  /** The caret leaves over an edge: to the section before (-1) or after (1). */
  onLeave?: (direction: -1 | 1) => boolean;
  onReady?: (view: EditorView | undefined) => void;
  placeholder?: string;
  readOnly?: boolean;
  problems?: readonly EditorProblem[];
  marks?: readonly EditorMark[];
  onMark?: (id: string) => void;
  /** Talks about what is selected; false where nothing is. */
  onComment?: () => boolean;
  highlight?: Highlighter;
  language?: EditorLanguage;
  extensions?: Extension;
};

/** Mod-Enter runs the prompt; the editor must not make a line of it. */
const plainKeys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

/** One section's text in CodeMirror, grown to its content so that the page scrolls as one. */
export function SectionEditor(props: SectionEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const editable = useRef(new Compartment());
  const painted = useRef(new Compartment());
  const currentMark = useRef<string>(undefined);
  const { text, readOnly = false, problems, marks, highlight } = props;

  const changed = useEffectEvent((next: string) => props.onChange(next));
  const focused = useEffectEvent((editor: EditorView) => props.onFocus?.(editor));
  const leave = useEffectEvent((direction: -1 | 1) => props.onLeave?.(direction) ?? false);
  const marked = useEffectEvent((id: string) => props.onMark?.(id));
  const talk = useEffectEvent(() => props.onComment?.() ?? false);
  const language = useEffectEvent(() => props.language);
  const ready = useEffectEvent((editor: EditorView | undefined) => props.onReady?.(editor));
  const begin = useEffectEvent((parent: HTMLElement) => {
    const leaving = (direction: -1 | 1) => (editor: EditorView) => {
      const { main } = editor.state.selection;
      const edge = direction < 0 ? 0 : editor.state.doc.length;
      if (
        !main.empty ||
        (main.head !== edge && editor.moveVertically(main, direction > 0).head !== main.head)
      )
        return false;
      return leave(direction);
    };
    return new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          keymap.of([
            { key: 'ArrowUp', run: leaving(-1) },
            { key: 'ArrowDown', run: leaving(1) },
            { key: commentKeys.codeMirror, run: () => talk() },
            ...markdownKeys,
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...markdownKeymap,
            ...plainKeys,
            ...historyKeymap,
          ]),
          history(),
          drawSelection(),
          closeBrackets(),
          markdownLanguage,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': props.label, spellcheck: 'true' }),
          placeholder(props.placeholder ?? ''),
          sectionLanguage({ sectionId: props.sectionId, language: () => language() }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((each) => each.isUserEvent('outside')))
              changed(update.state.doc.toString());
            if (update.focusChanged && update.view.hasFocus) focused(update.view);
          }),
          rangeMarks((id) => marked(id)),
          editable.current.of(EditorState.readOnly.of(readOnly)),
          painted.current.of(highlight ? spanHighlight(highlight) : []),
          editorTheme,
          props.extensions ?? [],
        ],
      }),
    });
  });

  useEffect(() => {
    if (!host.current) return;
    const editor = begin(host.current);
    view.current = editor;
    ready(editor);
    return () => {
      ready(undefined);
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    if (view.current?.state.facet(isShared)) return;
    const change = view.current && smallestChange(view.current.state.doc.toString(), text);
    if (change) view.current?.dispatch({ changes: change, userEvent: 'outside' });
  }, [text]);
  useEffect(() => {
    view.current?.dispatch({ effects: editable.current.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);
  useEffect(() => {
    view.current?.dispatch({
      effects: painted.current.reconfigure(highlight ? spanHighlight(highlight) : []),
    });
  }, [highlight]);
  useEffect(() => {
    const editor = view.current;
    if (editor)
      editor.dispatch(setDiagnostics(editor.state, toDiagnostics(problems ?? [], editor.state.doc.length)));
  }, [problems]);

  useEffect(() => {
    if (!view.current) return;
    setRangeMarks(view.current, marks ?? [], currentMark.current);
    currentMark.current = marks?.find(({ current }) => current)?.id;
  }, [marks]);

  return <div ref={host} />;
}

/** Problems may be of a text a keystroke older: what lies past the end is moved inside. */
function toDiagnostics(problems: readonly EditorProblem[], length: number): Diagnostic[] {
  return problems
    .map(({ severity, message, from, to, fixes = [] }) => {
      const start = Math.min(from, Math.max(0, length - 1));
      const actions = fixes.map(({ label, apply }) => ({ name: label, apply }));
      return { severity, message, actions, from: start, to: Math.max(start, Math.min(to, length)) };
    })
    .sort((a, b) => a.from - b.from);
}
