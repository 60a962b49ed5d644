/** Cursors of lists: the sort key and id of the last row, opaque to callers. */
import { RequestError } from '../errors/foundation-errors.ts';

export type CursorKey = string | number | null;
export interface Cursor {
  key: CursorKey;
  id: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const encodeCursor = ({ key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

const refuse = () =>
  RequestError.invalid().with([
    {
      path: ['query', 'cursor'],
      code: 'cursor.invalid',
      message: 'This is not a cursor of this list. Start at its beginning.',
    },
  ]);

/** @throws request.invalid when the text is not a cursor whose key is of this type */
export function decodeCursor(text: string | undefined, type: 'string' | 'number'): Cursor | null {
  if (text === undefined) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw refuse();
  }
  if (!Array.isArray(parsed) || parsed.length !== 2) throw refuse();
  const [key, id] = parsed as [unknown, unknown];
  if (typeof id !== 'string' || !uuid.test(id)) throw refuse();
  if (key !== null && typeof key !== type) throw refuse();
  if (typeof key === 'string' && (key.includes('\u0000') || !key.isWellFormed())) throw refuse();
  return { key: key as CursorKey, id };
}

/** A cursor whose key is a moment. @throws request.invalid */
export function decodeTimeCursor(text: string | undefined): { at: Date; id: string } | null {
  const cursor = decodeCursor(text, 'string');
  if (!cursor) return null;
  const at = new Date(String(cursor.key));
  // Moments that JavaScript can hold and PostgreSQL cannot read are none of ours either.
  if (Number.isNaN(at.getTime()) || !/^\d{4}-/.test(at.toISOString())) throw refuse();
  return { at, id: cursor.id };
}

/** Cuts a list that was read one row too long into a page. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => Cursor,
): { rows: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
