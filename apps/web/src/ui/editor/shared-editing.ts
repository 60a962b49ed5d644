import type { Extension } from '@codemirror/state';
import type * as Y from 'yjs';
import { type SharedCaretsOptions, sharedCarets } from './shared-carets.ts';
import { type SharedTextOptions, sharedText } from './shared-text.ts';

/** A document that several people write: where the text of each section lies, and who is where in it. */
export type SharedEditing = Omit<SharedTextOptions, 'find'> &
  Omit<SharedCaretsOptions, 'find'> & { find: (sectionId: string) => Y.Text | undefined };

export function sharedSection(shared: SharedEditing, sectionId: string): Extension {
  const find = () => shared.find(sectionId);
  return [sharedText({ ...shared, find }), sharedCarets({ ...shared, find })];
}
