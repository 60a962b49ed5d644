/** What goes over the tab's one live connection, as JSON texts. `id` names a subscription and is made here. */

export type LiveRequest =
  | { type: 'subscribe'; id: string; topic: string; after?: string }
  | { type: 'unsubscribe'; id: string }
  | { type: 'ping' };

export type LiveReply =
  | { type: 'event'; id: string; eventId: string; data: unknown }
  | { type: 'subscribed'; id: string }
  | { type: 'end'; id: string }
  | { type: 'problem'; id?: string; problem: unknown }
  | { type: 'pong' };

/** Reads a reply; undefined for what is not one, so that a newer server may say more than this tab knows. */
export function readLiveReply(text: unknown): LiveReply | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const reply: unknown = JSON.parse(text);
    const known = typeof reply === 'object' && reply !== null && 'type' in reply;
    return known ? (reply as LiveReply) : undefined;
  } catch {
    return undefined;
  }
}
