/**
 * Reads a mail that tells that another one was not delivered: a delivery status notification (RFC 3464). What it says is
 * untrusted: anybody can write to the mailbox where such mail arrives.
 */
export interface Bounce {
  /** undeliverable: for good (5.x.x). failed: given up for now, such as a full mailbox (4.x.x). */
  kind: 'undeliverable' | 'failed';
  /** One line for people, as the other mail server said it. */
  reason: string;
  /** The text of the returned mail, or of its headers; empty when none came back. */
  returned: string;
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

const mostParts = 20;
const longestReason = 300;

/** Undefined for any other mail, and for one that tells of a delay or a success. */
export function readBounce(message: string): Bounce | undefined {
  const parts = partsOf(readPart(message), 0);
  const report = parts.find(({ headers }) => typeOf(headers) === 'message/delivery-status');
  if (!report) return undefined;
  const [, ...recipients] = decoded(report)
    .trim()
    .split(/\n[ \t]*\n/)
    .map(readHeaders);
  const failed = recipients.find((fields) => /^failed\b/i.test(fields.get('action') ?? ''));
  if (!failed) return undefined;
  const status = failed.get('status') ?? '';
  const diagnostic = (failed.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '');
  const returned = parts.find(({ headers }) =>
    ['message/rfc822', 'message/rfc822-headers', 'text/rfc822-headers', 'message/global'].includes(
      typeOf(headers),
    ),
  );
  const reason = [status, diagnostic].filter(Boolean).join(' ').toWellFormed();
  return {
    kind: /^5\./.test(status) ? 'undeliverable' : 'failed',
    reason: [...reason.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')].slice(0, longestReason).join(''),
    returned: returned ? decoded(returned) : '',
  };
}

const typeOf = (headers: Map<string, string>) =>
  (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';

function readPart(text: string): Part {
  const lines = text.replace(/\r\n?/g, '\n');
  const end = lines.startsWith('\n') ? 0 : lines.search(/\n\n/);
  return end < 0
    ? { headers: readHeaders(lines), body: '' }
    : { headers: readHeaders(lines.slice(0, end)), body: lines.slice(end).replace(/^\n\n?/, '') };
}

/** Names are lowered; a folded line is joined; of two of one name the first counts. */
function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** The leaves. What a message carries as a message stays closed: the returned mail is not the report. */
function partsOf(part: Part, depth: number): Part[] {
  const boundary = /boundary="?([^";]{1,200})"?/i.exec(part.headers.get('content-type') ?? '')?.[1]?.trim();
  if (!typeOf(part.headers).startsWith('multipart/') || !boundary || depth > 2) return [part];
  return `\n${part.body}`
    .split(`\n--${boundary}`)
    .slice(1, mostParts)
    .filter((text) => !text.startsWith('--'))
    .flatMap((text) => partsOf(readPart(text.replace(/^[ \t]*\n/, '')), depth + 1));
}

function decoded({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n?/g, '\n');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/[ \t]*=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
