/**
 * What is said over the topic `draft:<promptId>/<branch>` of the live connection, in bytes. A frame is one byte for
 * its kind, four for a number, and the rest. Whoever speaks is known to the server by the connection: no frame of
 * an editor names a person.
 */
import * as z from 'zod';
import { orNull, personRef } from '../../values.ts';

export const draftTopic = 'draft';

/** One update may hold a whole long text, as when its deletion is undone. */
export const largestDraftUpdate = 4 << 20;

/** From an editor. `hello` asks for what is missing, `update` is acknowledged by its number. */
export const EDITOR_FRAMES = { hello: 1, update: 2, caret: 3 } as const;
/**
 * From the room. `state` answers hello; `ack` says that the update is stored for good, `refusal` that it is not
 * (a problem document); `people` tells who is here and where, `base` that a version was saved.
 */
export const ROOM_FRAMES = { state: 1, update: 2, ack: 3, refusal: 4, people: 5, base: 6 } as const;

export type Frame = { kind: number; number: number; body: Uint8Array };

const head = 5;
const nothing = new Uint8Array(0);

export function writeFrame(kind: number, number: number, body: Uint8Array = nothing): Uint8Array {
  const frame = new Uint8Array(head + body.length);
  frame[0] = kind;
  new DataView(frame.buffer).setUint32(1, number);
  frame.set(body, head);
  return frame;
}

/** @returns undefined for what is too short to be one */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  if (bytes.length < head) return undefined;
  const number = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(1);
  return { kind: bytes[0] as number, number, body: bytes.subarray(head) };
}

export const writeJson = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** @throws SyntaxError */
export const readJson = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** A place in the draft that stays where it is while others type: a Yjs relative position, base64url. */
const place = z
  .string()
  .max(160)
  .regex(/^[\w-]+$/);

/** Where somebody is: the selection goes from anchor to head. */
export const caret = z.strictObject({ anchor: place, head: place, isTyping: z.boolean() });
export type Caret = z.output<typeof caret>;

/** One tab that has the draft open. */
export const draftEditor = z.object({ connection: z.string(), person: personRef, caret: orNull(caret) });
export type DraftEditor = z.output<typeof draftEditor>;

/** Who came or moved, and which connections went. The answer to hello holds everybody, and says who one is. */
export const draftPeople = z.object({
  you: z.string().nullable(),
  here: z.array(draftEditor),
  gone: z.array(z.string()),
});
export type DraftPeople = z.output<typeof draftPeople>;

export const draftBase = z.object({ baseVersion: z.int().nullable() });
