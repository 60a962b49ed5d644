/** The form of a message between processes: small enough for NOTIFY, which takes fewer than 8,000 bytes. */
import { topicPattern } from './bus.ts';

export type BusMessage = { topic: string; ids: string[] };

/** Tells every process that a message may have been lost on its way out. No topic can be called so. */
export const gapTopic = '*';

const idPattern = /^[A-Za-z0-9:_.-]{1,200}$/;
const mostIdBytes = 7_000;

/** @throws on a topic or an id of another form, which is where content would slip in */
export function checkMessage(topic: string, ids: readonly string[]): void {
  if (!topicPattern.test(topic)) throw new RangeError(`“${topic.slice(0, 80)}” is not a topic.`);
  if (!ids.every((id) => idPattern.test(id)))
    throw new RangeError(`The bus carries ids only (topic ${topic}).`);
}

/** Cuts a long list of ids into messages that fit. */
export function encodeMessages(topic: string, ids: readonly string[]): string[] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const id of ids) {
    if (bytes + id.length + 3 > mostIdBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(id);
    bytes += id.length + 3;
  }
  return parts.map((part) => JSON.stringify({ topic, ids: part }));
}

/** Undefined for anything that is not one of our messages: the channel may be open to others. */
export function decodeMessage(text: string): BusMessage | undefined {
  try {
    const { topic, ids } = JSON.parse(text) as Partial<BusMessage>;
    const known = typeof topic === 'string' && (topic === gapTopic || topicPattern.test(topic));
    return known && Array.isArray(ids) && ids.every((id) => typeof id === 'string' && idPattern.test(id))
      ? { topic, ids }
      : undefined;
  } catch {
    return undefined;
  }
}
