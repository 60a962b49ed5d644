import type { ProtocolName } from './behaviour.ts';

/** What a test can know about one request. Times are milliseconds of `performance.now()`. */
export type ScriptedRequest = {
  protocol: ProtocolName;
  method: string;
  path: string;
  model: string | null;
  /** The key is replaced by its last four characters: `…abcd`. */
  headers: Record<string, string>;
  body: unknown;
  receivedAt: number;
  bytesSent: number;
  /** When the client closed the connection before the answer was whole. */
  closedByClientAt: number | null;
  finishedAt: number | null;
  /** Resolves when the request is over, whoever ended it. */
  over: Promise<'finished' | 'closed-by-client'>;
};

const secretHeaders = new Set(['authorization', 'x-api-key', 'x-goog-api-key']);

export function withoutSecrets(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    kept[name] = secretHeaders.has(name) ? `…${text.slice(-4)}` : text;
  }
  return kept;
}
