/** Coming from one prompt to another by a reference, and back to the place it stands in. */
import { listSymbols } from '@promptvault/document';
import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { PromptEditorHandle } from '../../../../ui/editor/editor-types.ts';
import type { Studio } from './use-studio.ts';

type Editor = RefObject<PromptEditorHandle | null>;
type Place = { sectionId: string; offset: number };

const longestWaitMs = 15_000;

/** Where someone left a prompt through a reference, for when they come back. */
const leftAt = new Map<string, Place>();

export function useOpenPrompt(promptId: string, editor: Editor) {
  const router = useRouter();
  return (target: string, block: string | undefined) => {
    const caret = editor.current?.caret();
    if (caret) leftAt.set(promptId, caret);
    void router.navigate({
      to: '/prompts/$promptId',
      params: { promptId: target },
      search: block === undefined ? {} : { block },
    });
  };
}

/** Puts the caret, once the text is there, to the block asked for, or where a reference was left by. */
export function useArrival(studio: Studio, editor: Editor, block: string | undefined): void {
  const { prompt, document } = studio;
  const isReady = studio.editing !== undefined || (!studio.mayWrite && document.sections.length > 0);
  const arrived = useRef(false);
  const arrive = useEffectEvent(() => {
    const place = block === undefined ? leftAt.get(prompt.id) : findBlock(studio, block);
    leftAt.delete(prompt.id);
    if (place) putCaret(editor, place);
  });
  useEffect(() => {
    if (!isReady || arrived.current) return;
    arrived.current = true;
    arrive();
  }, [isReady]);
}

/** Puts the caret to the beginning of the text once `isAsked` is true. */
export function useBeginning(studio: Studio, editor: Editor, isAsked: boolean): void {
  const first = studio.document.sections[0]?.id;
  const arrived = useRef(false);
  useEffect(() => {
    if (!isAsked || first === undefined || arrived.current) return;
    arrived.current = true;
    putCaret(editor, { sectionId: first, offset: 0 });
  }, [isAsked, first, editor]);
}

/** The editor itself is loaded after the text, on a slow machine long after; whoever writes elsewhere by then stays there. */
function putCaret(editor: Editor, place: Place): void {
  const until = performance.now() + longestWaitMs;
  const look = () => {
    if (globalThis.document.activeElement?.matches('input, textarea, select')) return;
    editor.current?.focus(place.sectionId, place.offset);
    if (editor.current?.caret() === undefined && performance.now() < until) setTimeout(look, 50);
  };
  look();
}

function findBlock({ draft, document, references }: Studio, block: string) {
  const found = listSymbols(draft?.editing.document() ?? document, { partial: references.partial }).find(
    ({ symbol }) => symbol.kind === 'block' && symbol.name === block,
  );
  return found && { sectionId: found.sectionId, offset: found.from };
}
