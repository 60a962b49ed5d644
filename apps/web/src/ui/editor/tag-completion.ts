import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorNames } from './editor-types.ts';

/** Inside `{{…` completes variables, after `{{>` names of other prompts, and closes the tag. */
export function completeTag(context: CompletionContext, names: EditorNames): CompletionResult | null {
  const open = context.matchBefore(/\{\{\{?[#^/&>]?\s*[\w./@:-]*/);
  if (!open) return null;
  const sigil = /\{\{\{?([#^/&>]?)\s*/.exec(open.text);
  if (!sigil) return null;
  const from = open.from + sigil[0].length;
  const partial = sigil[1] === '>';
  const close = context.state.sliceDoc(context.pos, context.pos + 2) === '}}' ? '' : '}}';
  const options = (partial ? names.partials : names.variables).map(({ name, detail }) => ({
    label: name,
    detail,
    type: partial ? 'namespace' : 'variable',
    apply: name + close,
  }));
  return { from, options, validFor: /^[\w./@:-]*$/ };
}
