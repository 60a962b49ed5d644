/** What the editors take and give: plain data, so that this file costs a page nothing. */
import type { Extension } from '@codemirror/state';
import type { ReactNode, Ref } from 'react';

export type HighlightKind = 'variable' | 'block' | 'partial' | 'comment' | 'unknown';

/** A coloured range, in UTF-16 offsets of the text. */
export type HighlightSpan = { from: number; to: number; kind: HighlightKind };
export type Highlighter = (text: string) => readonly HighlightSpan[];

export type EditorProblem = {
  severity: 'error' | 'warning' | 'info';
  message: string;
  from: number;
  to: number;
};

export type EditorName = { name: string; detail?: string };
export type EditorNames = { variables: readonly EditorName[]; partials: readonly EditorName[] };

export type EditorSection = {
  id: string;
  label: string;
  /** Under the label: its tokens. */
  note?: ReactNode;
  text: string;
  placeholder?: string;
  problems?: readonly EditorProblem[];
  readOnly?: boolean;
  /** Shown instead of an editor, for a section made of something else than text. */
  content?: ReactNode;
  /** Below the text, as part of the section: files, examples. */
  after?: ReactNode;
  /** Small buttons beside the label while the section is pointed at or focused. */
  actions?: ReactNode;
};

export type PromptEditorHandle = {
  /** Puts the caret into a section, at an offset where given, and scrolls there. */
  focus: (sectionId: string, offset?: number) => void;
};

export type PromptEditorProps = {
  label: string;
  sections: readonly EditorSection[];
  onChange: (sectionId: string, text: string) => void;
  highlight?: Highlighter;
  names?: EditorNames;
  /** More for one section's editor: shared editing, remote carets. Read once, when the section appears. */
  extensionsFor?: (sectionId: string) => Extension;
  onFocusSection?: (sectionId: string) => void;
  /** In the margin above the first section: technique switches. */
  head?: ReactNode;
  /** Below the last section: what adds another one. */
  foot?: ReactNode;
  ref?: Ref<PromptEditorHandle>;
};
