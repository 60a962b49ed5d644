/** Who else has the draft open, as the room tells it. */
import type { Caret, DraftEditor, DraftPeople } from '@promptvault/contract/vault/prompts/draft-frames';

export type { Caret, DraftEditor };

export type DraftPeopleStore = {
  /** Every other connection; the same list until something changes. */
  list: () => readonly DraftEditor[];
  subscribe: (listener: () => void) => () => void;
  /** The connection whose caret one's page scrolls to. */
  followed: () => string | undefined;
  follow: (connection: string | undefined) => void;
  hear: (told: DraftPeople) => void;
  /** The connection is lost: nobody is seen. */
  clear: () => void;
};

const nobody: readonly DraftEditor[] = [];

export function createDraftPeople(): DraftPeopleStore {
  const listeners = new Set<() => void>();
  const here = new Map<string, DraftEditor>();
  let you: string | undefined;
  let followed: string | undefined;
  let list = nobody;
  const changed = () => {
    list = here.size === 0 ? nobody : [...here.values()];
    for (const listener of listeners) listener();
  };
  return {
    list: () => list,
    followed: () => followed,
    follow(connection) {
      if (connection === followed) return;
      followed = connection;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(told) {
      if (told.you !== null) {
        you = told.you;
        here.clear();
      }
      // Until the greeting says which one is oneself, nobody is shown.
      if (you === undefined) return;
      for (const editor of told.here) if (editor.connection !== you) here.set(editor.connection, editor);
      for (const connection of told.gone) here.delete(connection);
      changed();
    },
    clear() {
      you = undefined;
      if (here.size === 0) return;
      here.clear();
      changed();
    },
  };
}
