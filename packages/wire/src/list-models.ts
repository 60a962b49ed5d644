import { connectionProblem } from './connection-problem.ts';
import { echoModelId } from './echo-model.ts';
import { addLocalDetails } from './local-details.ts';
import { toModelError } from './model-error.ts';
import type { ModelCall, ModelError, ModelEvent, ModelProvider } from './model-event.ts';
import { baseUrlOf } from './provider-address.ts';
import { type ModelListing, readListing } from './read-listing.ts';
import type { AttemptPorts } from './stream-attempt.ts';

export type ProviderConnection = {
  provider: ModelProvider;
  baseUrl: string | null;
  apiKey: string | null;
  signal: AbortSignal;
};

export type ConnectionTest = { ok: true; models: ModelListing[] } | { ok: false; error: ModelError };

type Remote = ProviderConnection & { provider: Exclude<ModelProvider, 'echo'> };

const longestAnswer = 8 * 1024 * 1024;
const longestWaitMs = 15_000;

export async function listModels(
  connection: ProviderConnection,
  ports: AttemptPorts,
): Promise<ConnectionTest> {
  if (!isRemote(connection)) return { ok: true, models: [{ id: echoModelId, name: 'Echo (not an AI)' }] };
  const problem = connectionProblem(connection);
  if (problem) return { ok: false, error: problem };
  let answered = false;
  const base = baseUrlOf(connection);
  const limit = new AbortController();
  const over = new AbortController();
  ports.clock.sleep(longestWaitMs, over.signal).then(
    () => limit.abort(),
    () => undefined,
  );
  const signal = AbortSignal.any([connection.signal, limit.signal]);
  try {
    const { path, headers } = listingRequest(connection);
    const response = await ports.fetch(`${base}${path}`, { headers, signal });
    answered = true;
    const body = await readJson(response);
    if (!response.ok) throw { statusCode: response.status, message: messageOf(body), data: body };
    const models = readListing(body);
    if (!models) throw Object.assign(new Error('no list of models'), { name: 'AI_InvalidResponseDataError' });
    return { ok: true, models: await addLocalDetails({ ...connection, base, signal }, models, ports.fetch) };
  } catch (thrown) {
    if (signal.aborted) {
      return {
        ok: false,
        error: {
          code: 'model.timeout',
          message: 'The list of models did not come in time.',
          retryable: true,
        },
      };
    }
    const host = URL.parse(base)?.host ?? 'the address';
    const facts = {
      apiKey: connection.apiKey,
      model: 'the list of models',
      host,
      now: ports.clock.now(),
      answered,
    };
    return { ok: false, error: toModelError(thrown, facts) };
  } finally {
    over.abort();
  }
}

/** Lists the models; where a compatible server has no list, asks the model for one token instead. */
export async function testConnection(
  connection: ProviderConnection & { model?: string },
  ports: AttemptPorts,
  stream: (call: ModelCall) => AsyncIterable<ModelEvent>,
): Promise<ConnectionTest> {
  const listed = await listModels(connection, ports);
  const noList = !listed.ok && (listed.error.status === 404 || listed.error.status === 405);
  if (!noList || !connection.model) return noList ? { ok: false, error: addressHint(listed.error) } : listed;
  const { model, ...rest } = connection;
  const call: ModelCall = {
    ...rest,
    model,
    messages: [{ role: 'user', content: 'Say OK.' }],
    settings: { maxOutputTokens: 16 },
    tools: [],
    responseSchema: null,
    firstTokenTimeoutMs: 30_000,
    idleTimeoutMs: 30_000,
  };
  for await (const event of stream(call)) {
    if (event.type === 'error') return { ok: false, error: event };
  }
  return { ok: true, models: [{ id: model, name: model }] };
}

function addressHint(error: ModelError): ModelError {
  return {
    ...error,
    message: `${error.message} Most compatible servers answer under an address that ends with /v1.`,
  };
}

function isRemote(connection: ProviderConnection): connection is Remote {
  return connection.provider !== 'echo';
}

function listingRequest({ provider, apiKey }: Remote): { path: string; headers: Record<string, string> } {
  switch (provider) {
    case 'anthropic':
      return {
        path: '/models?limit=1000',
        headers: { 'x-api-key': apiKey ?? '', 'anthropic-version': '2023-06-01' },
      };
    case 'google':
      return { path: '/models?pageSize=1000', headers: { 'x-goog-api-key': apiKey ?? '' } };
    default:
      return { path: '/models', headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {} };
  }
}

async function readJson(response: Response): Promise<unknown> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) break;
    size += value.byteLength;
    if (size > longestAnswer) {
      await reader?.cancel();
      throw Object.assign(new Error('too long'), { name: 'AI_InvalidResponseDataError' });
    }
    text += decoder.decode(value, { stream: true });
  }
  text += decoder.decode();
  try {
    return JSON.parse(text);
  } catch {
    // An error page is no JSON; its status says enough.
    if (!response.ok) return null;
    throw Object.assign(new Error('not JSON'), { name: 'AI_JSONParseError' });
  }
}

function messageOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: { message?: unknown } | string };
  if (typeof error === 'string') return error;
  return typeof error?.message === 'string' ? error.message : '';
}
