/** The draft as the editor of several people takes it. */
import { DOCUMENT_LIMITS } from '@promptvault/document';
import { avatarColor } from '../../../../ui/avatar.tsx';
import type { SharedCaret } from '../../../../ui/editor/shared-carets.ts';
import type { SharedEditing } from '../../../../ui/editor/shared-editing.ts';
import { formatNumber } from '../../../../ui/format.ts';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { DraftEditing } from './draft-editing.ts';
import type { DraftEditor } from './draft-people.ts';
import type { DraftSync } from './draft-sync.ts';

/** One is shown as typing for this long after a key. */
const typingMs = 1_200;

export function shareDraft(sync: DraftSync, editing: DraftEditing): SharedEditing {
  const { people } = sync;
  let shown: { from: readonly DraftEditor[]; carets: readonly SharedCaret[] } | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    ydoc: sync.ydoc,
    origin: editing.origin,
    find: editing.textOf,
    longest: DOCUMENT_LIMITS.text,
    onTooLong: (length) =>
      toast({
        text: t('textTooLong', { length: formatNumber(length), longest: formatNumber(DOCUMENT_LIMITS.text) }),
        tone: 'bad',
      }),
    list() {
      const from = people.list();
      if (shown?.from !== from) shown = { from, carets: from.flatMap(toShared) };
      return shown.carets;
    },
    subscribe: people.subscribe,
    followed: people.followed,
    onCaret({ anchor, head, isTyping }) {
      const place = { anchor: toUrl(anchor), head: toUrl(head) };
      clearTimeout(resting);
      sync.showCaret({ ...place, isTyping });
      if (isTyping) resting = setTimeout(() => sync.showCaret({ ...place, isTyping: false }), typingMs);
    },
  };
}

function toShared({ connection, person, caret }: DraftEditor): SharedCaret[] {
  if (!caret) return [];
  try {
    return [
      {
        id: connection,
        name: person.name,
        color: avatarColor(person.name),
        isTyping: caret.isTyping,
        anchor: fromUrl(caret.anchor),
        head: fromUrl(caret.head),
      },
    ];
  } catch {
    return []; // No place at all; the server only checks its signs.
  }
}

const toUrl = (bytes: Uint8Array) =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromUrl = (text: string) => fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
