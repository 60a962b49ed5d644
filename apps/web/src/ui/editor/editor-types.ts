/** What the editors take and give: plain data, so that this file costs a page nothing. */
import type { Extension } from '@codemirror/state';
import type { ReactNode, Ref } from 'react';
import type { SharedEditing } from './shared-editing.ts';

export type HighlightKind = 'variable' | 'block' | 'partial' | 'comment' | 'unknown';

/** A coloured range, in UTF-16 offsets of the text. */
export type HighlightSpan = { from: number; to: number; kind: HighlightKind };
export type Highlighter = (text: string) => readonly HighlightSpan[];

/** A repair that is surely right, offered where the problem is shown. */
export type EditorFix = { label: string; apply: () => void };

export type EditorProblem = {
  severity: 'error' | 'warning' | 'info';
  message: string;
  from: number;
  to: number;
  fixes?: readonly EditorFix[] | undefined;
};

export type EditorRange = { from: number; to: number };

/** A place in the text of one section, as it stands in the editor at this moment. */
export type EditorPlace = { sectionId: string; text: string; offset: number };

/**
 * `after` is written behind the closing sign, the caret stays before it; with `again` it is written instead of
 * that sign, and what may follow is asked for at once. `rank` sorts, higher first.
 */
export type EditorOption = {
  label: string;
  detail?: string | undefined;
  note?: string | undefined;
  after?: string | undefined;
  again?: boolean | undefined;
  rank?: number | undefined;
};

/**
 * Options for what stands between `from` and the caret; they stay good while that matches `valid`. `close` is the
 * sign that ends what is written: an option adds it where it is missing.
 */
export type EditorOptions = { from: number; options: readonly EditorOption[]; close: string; valid: RegExp };

/** What a place of the text means, said beside it. */
export type EditorHint = EditorRange & {
  title: string;
  facts?: readonly { text: string; tone?: 'plain' | 'ok' | 'warn' | 'bad' }[];
  note?: string | undefined;
  /** A text it stands for, shown as it is. */
  text?: string | undefined;
};

/** A name with all the places that mean the same. */
export type EditorSymbol = EditorRange & {
  name: string;
  uses: readonly (EditorRange & { sectionId: string })[];
  /** Absent: it cannot be renamed. Answers why a name is refused, or nothing. */
  rename?: ((name: string) => string | undefined) | undefined;
};

/** What the editors know about the language they hold; asked at a place, never told of changes. */
export type EditorLanguage = {
  complete: (place: EditorPlace) => EditorOptions | undefined | Promise<EditorOptions | undefined>;
  hint: (place: EditorPlace) => EditorHint | undefined;
  /** What leads somewhere from here. */
  link: (place: EditorPlace) => EditorRange | undefined;
  follow: (place: EditorPlace) => void;
  symbol: (place: EditorPlace) => EditorSymbol | undefined;
  /** Lists the places of the symbol. */
  findUses: (place: EditorPlace) => void;
};

/** A stretch that leads somewhere, such as words people talk about. */
export type EditorMark = EditorRange & { id: string; current?: boolean };

/** Words somebody selected. */
export type EditorSelection = EditorRange & { sectionId: string; text: string };

export type EditorSection = {
  id: string;
  label: string;
  /** Under the label: its tokens. */
  note?: ReactNode;
  text: string;
  placeholder?: string;
  problems?: readonly EditorProblem[];
  marks?: readonly EditorMark[];
  readOnly?: boolean;
  /** Shown instead of an editor, for a section made of something else than text. */
  content?: ReactNode;
  /** Below the text, as part of the section: files, examples. */
  after?: ReactNode;
  /** Small buttons beside the label while the section is pointed at or focused. */
  actions?: ReactNode;
};

/** What can be done with the name at the caret: go to what it means, list its places, rename it, say what it is. */
export type EditorAction = 'definition' | 'uses' | 'rename' | 'hint';

export type PromptEditorHandle = {
  /** Puts the caret into a section, at an offset where given, and scrolls there. */
  focus: (sectionId: string, offset?: number) => void;
  /** As `focus`, and says there what is wrong with the place. */
  showProblem: (sectionId: string, offset: number) => void;
  /** Says whether the caret stands on something it applies to. */
  act: (action: EditorAction) => boolean;
  /** Where the caret is, or was last. */
  caret: () => { sectionId: string; offset: number } | undefined;
};

export type PromptEditorProps = {
  label: string;
  sections: readonly EditorSection[];
  onChange: (sectionId: string, text: string) => void;
  highlight?: Highlighter;
  language?: EditorLanguage;
  /** Sections whose text several people write: each key goes there, and `onChange` only tells of it. */
  shared?: SharedEditing;
  /** More for one section's editor. Read once, when the section appears. */
  extensionsFor?: (sectionId: string) => Extension;
  onFocusSection?: (sectionId: string) => void;
  onMark?: (id: string) => void;
  /** Offers to talk about what is selected, by a button and by its keys. */
  onComment?: (selection: EditorSelection) => void;
  /** In the margin above the first section: technique switches. */
  head?: ReactNode;
  /** Below the last section: what adds another one. */
  foot?: ReactNode;
  ref?: Ref<PromptEditorHandle>;
};
