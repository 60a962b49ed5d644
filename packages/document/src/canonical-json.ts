import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Message, PromptDocument } from './shape.ts';

/**
 * JSON without whitespace, keys sorted by UTF-16 units at every level, properties that are undefined
 * left out: one text for equal values in every language. Throws a TypeError for cyclic values.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    const sorted = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(item).sort()) sorted[key] = (item as Record<string, unknown>)[key];
    return sorted;
  });
}

/** SHA-256 of the canonical JSON of a value, 64 lower-case hex characters. */
function hashJson(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** The hash that names what is sent: SHA-256 hex of the canonical JSON of the messages. */
export function hashMessages(messages: readonly Message[]): string {
  return hashJson(messages.map(({ role, content }) => ({ role, content })));
}

/** The content hash of a document: SHA-256 hex of its canonical JSON, ids and order included. */
export function hashDocument(document: PromptDocument): string {
  return hashJson(document);
}
