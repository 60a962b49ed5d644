/** A tool that is somebody's HTTP API, called through the guard for addresses that people enter. */
import { fillSecrets, hasOwnHost, secretsNamedBy, type ToolImplementation } from '@promptvault/document';
import type { HeaderSecret } from '../../secrets/index.ts';
import { fillAddress, fillBody } from './fill-arguments.ts';
import { answered, failed, type ToolAnswer } from './tool-answer.ts';

type HttpTool = Extract<ToolImplementation, { kind: 'http' }>;

const longestMs = 20_000;
const mostBytes = 1_000_000;

/** Headers that belong to the connection, or would let a prompt pretend to be a browser of ours. */
const ownHeaders = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'cookie',
]);

/** Reads the secrets of these names; those there are. */
export type FindSecrets = (names: readonly string[]) => Promise<ReadonlyMap<string, HeaderSecret>>;

export interface HttpPorts {
  fetch: typeof globalThis.fetch;
  findSecrets: FindSecrets;
}

/** What it answered, as text, or why it did not answer well, in words for the model. Never throws. */
export async function callHttpTool(
  { fetch, findSecrets }: HttpPorts,
  tool: HttpTool,
  args: Record<string, unknown>,
  signal: AbortSignal,
): Promise<ToolAnswer> {
  const secrets = await secretsFor(tool, findSecrets);
  if (typeof secrets === 'string') return failed(secrets);
  const { ok, output } = await callWith(fetch, tool, args, { secrets, signal });
  return { ok, output: withoutValues(output, secrets) };
}

/** The values by their names, or why it is not called: no value goes where it is not bound to. */
async function secretsFor(
  tool: HttpTool,
  findSecrets: FindSecrets,
): Promise<ReadonlyMap<string, string> | string> {
  const names = secretsNamedBy(tool);
  if (names.length === 0) return new Map();
  // The host is written out in the address, before any argument.
  const origin = URL.parse(tool.url)?.origin;
  const found = await findSecrets(names).catch(() => undefined);
  if (!found) return 'Its secrets could not be read.';
  const values = new Map<string, string>();
  for (const name of names) {
    const secret = found.get(name);
    if (!secret) return `There is no secret named "${name}".`;
    if (origin === undefined || !secret.origins.includes(origin))
      return `The secret "${name}" may not be sent to ${origin ?? tool.url}.`;
    values.set(name, secret.value);
  }
  return values;
}

/** An API may repeat what it was sent; that goes to no model and no row. */
function withoutValues(output: string, secrets: ReadonlyMap<string, string>): string {
  let shown = output;
  // The longer first: one may be a part of another.
  for (const [name, value] of [...secrets].sort(([, one], [, other]) => other.length - one.length))
    for (const form of spellingsOf(value)) shown = shown.replaceAll(form, () => `{{secret:${name}}}`);
  return shown;
}

/** A text as it is, and as JSON, addresses and pages write it. */
function spellingsOf(value: string): Set<string> {
  const json = JSON.stringify(value).slice(1, -1);
  const coded = json.replace(/[<>&'+]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const percent = encodeURIComponent(value);
  const page = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return new Set([
    ...[value, json, json.replaceAll('/', '\\/')],
    ...[coded, coded.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`)],
    ...[percent, percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ...[page, page.replaceAll('"', '&quot;'), page.replaceAll('"', '&#34;').replaceAll("'", '&#39;')],
  ]);
}

interface Calling {
  secrets: ReadonlyMap<string, string>;
  signal: AbortSignal;
}

async function callWith(
  fetch: typeof globalThis.fetch,
  tool: HttpTool,
  args: Record<string, unknown>,
  { secrets, signal }: Calling,
): Promise<ToolAnswer> {
  if (!hasOwnHost(tool.url)) return failed('The tool has no address of its own.');
  const filled = fillAddress(tool.url, args);
  const url = filled === undefined ? null : URL.parse(filled);
  if (!url) return failed('The arguments make no address that could be called.');
  const late = AbortSignal.timeout(longestMs);
  const body = tool.method === 'GET' ? null : bodyOf(tool, args);
  const headers = headersOf(tool, body !== null, secrets);
  if (typeof headers === 'string') return failed(`The header "${headers}" cannot be set by a tool.`);
  try {
    const response = await fetch(url.href, {
      method: tool.method,
      headers,
      ...(body === null ? {} : { body }),
      signal: AbortSignal.any([signal, late]),
    });
    const read = await readText(response);
    if (!read.ok) return read;
    if (response.ok) return read.output === '' ? answered(`${response.status}, without a body.`) : read;
    // Masked before it is cut: half of a value would not be found any more.
    const said = withoutValues(read.output, secrets).slice(0, 2_000);
    return failed(`It answered ${response.status}: ${said || response.statusText}`);
  } catch (error) {
    if (signal.aborted) return failed('The run was ended.');
    if (late.aborted) return failed(`It did not answer within ${longestMs / 1000} s.`);
    const reason = error instanceof Error ? error.message : '';
    return failed(reason === '' ? 'It cannot be reached.' : `It cannot be reached: ${reason}`);
  }
}

const bodyOf = ({ body }: HttpTool, args: Record<string, unknown>) =>
  body === null || body.trim() === '' ? JSON.stringify(args) : fillBody(body, args);

/** @returns the name of a header that cannot be sent; never its value, which may be a key */
function headersOf(tool: HttpTool, hasBody: boolean, secrets: ReadonlyMap<string, string>): Headers | string {
  const headers = new Headers({ accept: 'application/json, text/*', 'user-agent': 'PromptVault' });
  if (hasBody) headers.set('content-type', 'application/json');
  for (const { name, value } of tool.headers) {
    if (ownHeaders.has(name.toLowerCase())) return name;
    try {
      headers.set(
        name,
        fillSecrets(value, (secret) => secrets.get(secret) ?? ''),
      );
    } catch {
      return name;
    }
  }
  return headers;
}

const isTextual = (type: string) =>
  type === '' || /^(text\/|application\/([\w.+-]*\+)?(json|xml|x-ndjson|yaml|javascript))/i.test(type);

/** Up to a limit; the rest is not waited for. */
async function readText(response: Response): Promise<ToolAnswer> {
  const type = response.headers.get('content-type') ?? '';
  if (!isTextual(type)) {
    await response.body?.cancel();
    return failed(`It answered with ${type.split(';')[0]}, which is no text.`);
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop closes the connection.
    if (bytes > mostBytes) return failed(`It answered more than ${mostBytes / 1_000_000} MB.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return answered(text + decoder.decode());
}
