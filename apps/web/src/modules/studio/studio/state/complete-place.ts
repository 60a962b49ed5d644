/** What may be written at a place: what the document knows itself, and prompts and their versions from the server. */
import {
  type CompletionItem,
  complete,
  type PromptDocument,
  type ResolvePartial,
} from '@promptvault/document';
import type { CursorContext } from '@promptvault/template';
import type { EditorOption, EditorOptions, EditorPlace } from '../../../../ui/editor/editor-types.ts';
import { t } from '../messages.ts';

type CompletionGrounds = {
  document: PromptDocument;
  partial: ResolvePartial;
  findPaths: (query: string) => Promise<readonly { path: string; title: string }[]>;
  findRefs: (path: string) => Promise<readonly { ref: string; detail: string }[]>;
};

const word = /^[^\s{}@]*$/;

export async function completePlace(
  { document, partial, findPaths, findRefs }: CompletionGrounds,
  place: EditorPlace,
): Promise<EditorOptions | undefined> {
  const found = complete(document, place, { partial });
  if (!found) return undefined;
  const { context, items } = found;
  return {
    from: context.from,
    close: closeOf(context, place.text),
    valid: word,
    options: await optionsOf(),
  };

  async function optionsOf(): Promise<EditorOption[]> {
    if (context.kind === 'path')
      return (await findPaths(context.query)).map(({ path, title }) => ({
        label: path,
        detail: title,
        again: true,
        after: '@',
      }));
    if (context.kind === 'ref')
      return (await findRefs(context.path)).map(({ ref, detail }, index) => ({
        label: ref,
        detail,
        rank: -index,
      }));
    return items.map((item, index) => toOption(item, context, { index, text: place.text }));
  }
}

function toOption(
  item: CompletionItem,
  context: CursorContext,
  { index, text }: { index: number; text: string },
): EditorOption {
  const [open, close] = context.delimiters;
  const closing = `${open}/${item.text}${close}`;
  const opens =
    context.kind === 'block' ||
    (context.kind === 'name' && (context.as === 'section' || context.as === 'inverted'));
  return {
    label: item.text,
    detail: detailOf(item),
    note: item.description,
    rank: -Math.min(index, 99),
    ...(opens && !text.includes(closing, context.to) && { after: closing }),
  };
}

function detailOf({ kind, detail }: CompletionItem): string {
  if (kind === 'item') return t('itemOf', { list: detail });
  if (kind === 'field') return t('fieldOf', { list: detail });
  return detail;
}

/** `{{{` is ended by three signs. */
function closeOf({ from, delimiters: [open, close] }: CursorContext, text: string): string {
  return open === '{{' && /\{\{\{\s*$/.test(text.slice(Math.max(0, from - 20), from)) ? '}}}' : close;
}
