/**
 * The bus wakes other processes. A message is a topic and ids, never content: whoever hears it reads the rows
 * again. It may be lost while a connection is down, so a listener also catches up `onGap`.
 */
export interface Bus {
  /** Resolves when the message was handed over. Listeners of this process hear it too, later. */
  publish(topic: string, ids: readonly string[]): Promise<void>;
  /** Hears the ids of a topic until the returned function is called. */
  subscribe(topic: string, listener: BusListener): () => void;
  /** Calls back after each reconnection: messages may have been missed. */
  onGap(catchUp: () => void | Promise<void>): () => void;
  close(): Promise<void>;
}

export type BusListener = (ids: readonly string[]) => void | Promise<void>;

/** What a topic may be called: `prompts`, `runs.finished`. */
export const topicPattern = /^[a-z][a-z0-9_.-]{0,62}$/;
