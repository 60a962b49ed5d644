/** Whether an update can be taken into a draft, told before it is: Yjs itself cannot take one back. */
import { DOCUMENT_LIMITS } from '@promptvault/document';
import * as Y from 'yjs';

type Clocks = Map<number, number>;

/** Why not, or undefined. What only shows while it is applied is not found here. */
export function findDraftFault(ydoc: Y.Doc, update: Uint8Array): string | undefined {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return 'it is not a Yjs update';
  }
  if (!isWhole(decoded, clocksAfter(ydoc, decoded))) return 'it builds on an update that never arrived';
  return insertsTooMuch(decoded) ? tooMuch : undefined;
}

export const tooMuch = `it inserts more than the ${DOCUMENT_LIMITS.text.toLocaleString('en')} characters a section holds`;

/**
 * Whether one insertion is longer than any text may be. No editor makes such a one; what several insert at once may
 * still come to more, and is then cut where the draft is read.
 */
export const insertsTooMuch = ({ structs }: ReturnType<typeof Y.decodeUpdate>): boolean =>
  structs.some(
    (struct) =>
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentString &&
      struct.content.str.length > DOCUMENT_LIMITS.text,
  );

/** How far each client's writing is known, counting the update. */
function clocksAfter(ydoc: Y.Doc, { structs }: ReturnType<typeof Y.decodeUpdate>): Clocks {
  const clocks: Clocks = Y.decodeStateVector(Y.encodeStateVector(ydoc));
  for (const struct of structs) {
    // A gap between updates that were joined; what it leaves out must be known already.
    if (struct instanceof Y.Skip) continue;
    const { id, length } = struct;
    const known = clocks.get(id.client) ?? 0;
    if (id.clock <= known) clocks.set(id.client, Math.max(known, id.clock + length));
  }
  return clocks;
}

function isWhole({ structs, ds }: ReturnType<typeof Y.decodeUpdate>, clocks: Clocks): boolean {
  const has = (id: Y.ID | null | undefined) => !id || id.clock < (clocks.get(id.client) ?? 0);
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    if (!has(struct.id)) return false;
    if (!(struct instanceof Y.Item)) continue;
    if (!has(struct.origin) || !has(struct.rightOrigin)) return false;
    if (struct.parent instanceof Y.ID && !has(struct.parent)) return false;
  }
  for (const [client, deletions] of ds.clients)
    for (const { clock, len } of deletions) if (clock + len > (clocks.get(client) ?? 0)) return false;
  return true;
}
