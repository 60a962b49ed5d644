/** Talks about the selected words; the same keys as in other editors of texts. */
export const commentKeys = { shown: 'mod+alt+m', codeMirror: 'Mod-Alt-m' };
