/** A tool that is somebody's HTTP API, called through the guard for addresses that people enter. */
import { hasOwnHost, type ToolImplementation } from '@promptvault/document';
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

/** What it answered, as text, or why it did not answer well, in words for the model. Never throws. */
export async function callHttpTool(
  fetch: typeof globalThis.fetch,
  tool: HttpTool,
  args: Record<string, unknown>,
  signal: AbortSignal,
): Promise<ToolAnswer> {
  if (!hasOwnHost(tool.url)) return failed('The tool has no address of its own.');
  const filled = fillAddress(tool.url, args);
  const url = filled === undefined ? null : URL.parse(filled);
  if (!url) return failed('The arguments make no address that could be called.');
  const late = AbortSignal.timeout(longestMs);
  const body = tool.method === 'GET' ? null : bodyOf(tool, args);
  const headers = headersOf(tool, body !== null);
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
    return failed(`It answered ${response.status}: ${read.output.slice(0, 2_000) || response.statusText}`);
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
function headersOf(tool: HttpTool, hasBody: boolean): Headers | string {
  const headers = new Headers({ accept: 'application/json, text/*', 'user-agent': 'PromptVault' });
  if (hasBody) headers.set('content-type', 'application/json');
  for (const { name, value } of tool.headers) {
    if (ownHeaders.has(name.toLowerCase())) return name;
    try {
      headers.set(name, value);
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
