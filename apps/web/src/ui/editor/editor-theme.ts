import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import './editor.css';

const wave = (color: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${color} 1px`,
  textUnderlineOffset: '4px',
});

/** The editors take every colour from the tokens, so a theme changes them with everything else. */
export const editorTheme = [
  EditorView.theme({
    '&': { color: 'var(--ink)', fontSize: '13px', backgroundColor: 'transparent' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.65', overflow: 'visible' },
    '.cm-content': { padding: '0', caretColor: 'var(--accent)' },
    '.cm-line': { padding: '0' },
    '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
    '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
      background: 'color-mix(in oklch, var(--accent) 22%, transparent)',
    },
    '.cm-placeholder': { color: 'var(--ink-3)' },
    '.cm-lintRange-error': wave('var(--bad-solid)'),
    '.cm-lintRange-warning': wave('var(--warn-solid)'),
    '.cm-lintRange-info': wave('var(--ink-3)'),
    '.cm-tooltip': {
      border: '0',
      borderRadius: '8px',
      background: 'var(--panel)',
      color: 'var(--ink)',
      boxShadow: 'var(--lift)',
      font: '13px / 20px var(--font-sans)',
      overflow: 'hidden',
      zIndex: '30',
    },
    '.cm-diagnostic': { padding: '6px 10px', border: '0', maxWidth: '48ch' },
    '.cm-diagnostic-error': { color: 'var(--bad)' },
    '.cm-diagnostic-warning': { color: 'var(--warn)' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': {
      fontFamily: 'var(--font-mono)',
      fontSize: '12px',
      maxHeight: '14em',
      padding: '4px',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
      padding: '3px 8px',
      borderRadius: '5px',
      lineHeight: '20px',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      background: 'var(--raise)',
      color: 'var(--ink)',
    },
    '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--ink-3)', marginLeft: '12px' },
    '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent-ink)', fontWeight: '600' },
    '.cm-panels': { background: 'var(--raise)', color: 'var(--ink)', border: '0' },
    '.cm-searchMatch': { background: 'var(--warn-weak)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.heading, fontWeight: '650' },
      { tag: tags.strong, fontWeight: '650' },
      { tag: tags.emphasis, fontStyle: 'italic' },
      { tag: tags.strikethrough, textDecoration: 'line-through' },
      { tag: tags.monospace, color: 'var(--ink-2)' },
      { tag: [tags.link, tags.url], color: 'var(--accent-ink)' },
      { tag: tags.quote, color: 'var(--ink-2)' },
      { tag: [tags.processingInstruction, tags.contentSeparator, tags.meta], color: 'var(--ink-3)' },
    ]),
  ),
];
