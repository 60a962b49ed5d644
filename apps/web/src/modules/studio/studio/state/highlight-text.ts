import { highlight, type TagKind } from '@promptvault/template';
import type { Highlighter, HighlightKind } from '../../../../ui/editor/editor-types.ts';

const kinds: Record<TagKind, HighlightKind> = {
  variable: 'variable',
  raw: 'variable',
  section: 'block',
  inverted: 'block',
  close: 'block',
  block: 'block',
  partial: 'partial',
  parent: 'partial',
  comment: 'comment',
  delimiter: 'comment',
  error: 'unknown',
};

/** Colours the tags of a text; `delimiters` are those of the document. */
export const highlighter =
  (delimiters: [string, string] | null): Highlighter =>
  (text) =>
    highlight(text, delimiters).map(({ from, to, kind }) => ({ from, to, kind: kinds[kind] }));
