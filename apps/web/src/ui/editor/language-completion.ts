import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { EditorOption, EditorOptions } from './editor-types.ts';
import type { LanguagePort } from './language-port.ts';

/** Offers what the language knows at the caret. */
export const languageCompletion = (port: LanguagePort): Extension =>
  autocompletion({ override: [(context) => complete(context, port)], icons: false });

async function complete(context: CompletionContext, port: LanguagePort): Promise<CompletionResult | null> {
  const place = { sectionId: port.sectionId, text: context.state.doc.toString(), offset: context.pos };
  const found = await port.language()?.complete(place);
  return found && !context.aborted ? toResult(found) : null;
}

const toResult = ({ from, options, close, valid }: EditorOptions): CompletionResult => ({
  from,
  validFor: valid,
  options: options.map((option) => ({
    label: option.label,
    ...(option.detail !== undefined && { detail: option.detail }),
    ...(option.note !== undefined && option.note !== '' && { info: option.note }),
    ...(option.rank !== undefined && { boost: option.rank }),
    apply: (view: EditorView, _: Completion, start: number, end: number) =>
      put(view, { from: start, to: end, option, close }),
  })),
});

type Placed = { from: number; to: number; option: EditorOption; close: string };

/** Writes an option over the whole word, and ends what it stands in unless that is ended already. */
function put(view: EditorView, { from, to, option, close }: Placed): void {
  const { label, after = '', again } = option;
  const rest = view.state.sliceDoc(to, to + 200);
  const word = /^[^\s{}<>%]*/.exec(rest)?.[0] ?? '';
  const blank = /^[ \t]*/.exec(rest.slice(word.length))?.[0] ?? '';
  const isClosed = rest.startsWith(close, word.length + blank.length);
  const end = isClosed ? to + word.length + blank.length + close.length : to;
  const insert = again ? label + after : label + close + after;
  view.dispatch({
    changes: { from, to: again ? to : end, insert },
    selection: { anchor: from + label.length + (again ? after.length : close.length) },
    userEvent: 'input.complete',
  });
  if (again) startCompletion(view);
}
