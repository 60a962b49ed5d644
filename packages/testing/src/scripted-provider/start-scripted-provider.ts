import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Behaviour, ProtocolName } from './behaviour.ts';
import { embeddingAnswer, textsToEmbed } from './embed-request.ts';
import { behavioursOf, namedBehaviours } from './named-behaviours.ts';
import { findPartProblem } from './part-problem.ts';
import { inputTokensOf, playBehaviour, tornDown } from './play-behaviour.ts';
import { anthropic } from './protocols/anthropic.ts';
import { google } from './protocols/google.ts';
import { openai, openaiCompatible } from './protocols/openai.ts';
import { openaiResponses } from './protocols/openai-responses.ts';
import type { Protocol } from './protocols/protocol.ts';
import { type ScriptedRequest, withoutSecrets } from './scripted-request.ts';

/** A key that is refused everywhere; every other key, also none, is accepted. */
export const refusedKey = 'scripted-wrong-key';

export type ScriptedProvider = {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Base addresses as a person would enter them for each protocol. */
  baseUrls: Record<ProtocolName, string>;
  requests: ScriptedRequest[];
  /** Whether pages of any address may read its answers (CORS); not, unless it was started so. */
  allowsPages: boolean;
  /** Answers a model id with these behaviours, one for each request, the last for all that follow. */
  script(model: string, ...behaviours: [Behaviour, ...Behaviour[]]): void;
  close(): Promise<void>;
};

/** A real HTTP server on loopback that speaks the wire protocols of the providers and does as it is told. */
export async function startScriptedProvider(
  options: { port?: number; allowsPages?: boolean } = {},
): Promise<ScriptedProvider> {
  const requests: ScriptedRequest[] = [];
  const scripts = new Map<string, readonly Behaviour[]>();
  const asked = new Map<string, number>();

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      process.stderr.write(`scripted provider: ${error instanceof Error ? error.stack : String(error)}\n`);
      response.destroy();
    });
  });

  // A connection that rests is never closed from this end: the next request may be on its way along it.
  server.keepAliveTimeout = 0;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = incoming.url ?? '/';
    if (path.startsWith('/scripted/requests')) return showRequests(requests, incoming, response);
    if (provider.allowsPages) response.setHeader('access-control-allow-origin', '*');
    if (incoming.method === 'OPTIONS') return answerPreflight(incoming, response, provider.allowsPages);
    const protocol = protocolOf(incoming);
    const { body, problem } = parseBody(await readText(incoming));
    const call = path.match(
      /\/(chat\/completions|responses|messages|embeddings|models\/[^?]+:(?:streamGenerate|embed|batchEmbed)Contents?)(\?|$)/,
    );
    const texts = textsToEmbed(path, body);
    const listing = incoming.method === 'GET' && /\/models(\?|$)/.test(path);
    const model = call ? modelOf(path, body) : null;
    requests.push(observe(incoming, response, { protocol: protocol.name, model, body }));

    if (keyOf(incoming) === refusedKey) {
      return playBehaviour(
        { status: 401, errorMessage: `Incorrect API key provided: ${refusedKey}.` },
        protocol,
        noCall,
        response,
      );
    }
    if (listing)
      return sendJson(response, protocol.models([...scripts.keys(), ...Object.keys(namedBehaviours)]));
    const refused = problem ?? (call ? findPartProblem(protocol.name, body) : undefined);
    if (refused !== undefined || !call || model === null) {
      const refusal = { status: call ? 400 : 404, errorMessage: refused ?? `Nothing is served at ${path}.` };
      return playBehaviour(refusal, protocol, noCall, response);
    }
    const behaviours = scripts.get(model) ?? behavioursOf(protocol.name, model);
    const key = `${protocol.name} ${model}`;
    const turn = asked.get(key) ?? 0;
    asked.set(key, turn + 1);
    const unknown: Behaviour = { status: 404, errorMessage: `The model ${model} does not exist.` };
    const behaviour = behaviours?.[Math.min(turn, behaviours.length - 1)] ?? unknown;
    if (texts && behaviour.status === undefined && behaviour.hang === undefined && !behaviour.raw)
      return sendJson(response, embeddingAnswer(protocol.name, path, texts, behaviour));
    await playBehaviour(behaviour, protocol, { model, body, inputTokens: inputTokensOf(body) }, response);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: ScriptedProvider = {
    url,
    allowsPages: options.allowsPages ?? false,
    baseUrls: {
      openai: `${url}/openai/v1`,
      openai_responses: `${url}/openai/v1`,
      anthropic: `${url}/anthropic/v1`,
      google: `${url}/google/v1beta`,
      openai_compatible: `${url}/compatible/v1`,
    },
    requests,
    script(model, ...behaviours) {
      scripts.set(model, behaviours);
      for (const key of asked.keys()) if (key.endsWith(` ${model}`)) asked.delete(key);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}

/** What a browser asks before a page may send a key along. */
function answerPreflight(incoming: IncomingMessage, response: ServerResponse, allowed: boolean): void {
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader(
      'access-control-allow-headers',
      incoming.headers['access-control-request-headers'] ?? '',
    );
  }
  response.writeHead(204);
  response.end();
}

const noCall = { model: '', body: {}, inputTokens: 0 };

/** By the words of the path; where they do not tell (`/v1/models`), by the headers a client of that protocol sends. */
function protocolOf(incoming: IncomingMessage): Protocol {
  const path = incoming.url ?? '/';
  if (/\/responses(\?|$)/.test(path)) return openaiResponses;
  if (path.startsWith('/compatible/')) return openaiCompatible;
  if (/\/messages(\?|$)/.test(path) || incoming.headers['anthropic-version']) return anthropic;
  if (path.includes('/v1beta/') || path.includes(':streamGenerateContent')) return google;
  return openai;
}

function modelOf(path: string, body: Record<string, unknown>): string | null {
  const inPath = path.match(/\/models\/([^?]+):\w+Contents?(?:\?|$)/)?.[1];
  if (inPath) return decodeURIComponent(inPath);
  return typeof body.model === 'string' ? body.model : null;
}

function keyOf({ headers }: IncomingMessage): string | undefined {
  const named = headers['x-api-key'] ?? headers['x-goog-api-key'];
  return typeof named === 'string' ? named : headers.authorization?.replace(/^Bearer /, '');
}

function parseBody(text: string): { body: Record<string, unknown>; problem?: string } {
  if (text === '') return { body: {} };
  try {
    return { body: JSON.parse(text) as Record<string, unknown> };
  } catch {
    return { body: {}, problem: 'The body is not JSON.' };
  }
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function observe(
  incoming: IncomingMessage,
  response: ServerResponse,
  known: Pick<ScriptedRequest, 'protocol' | 'model' | 'body'>,
): ScriptedRequest {
  const socket = incoming.socket;
  const sentBefore = socket.bytesWritten;
  const request: ScriptedRequest = {
    ...known,
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: withoutSecrets(incoming.headers),
    receivedAt: performance.now(),
    bytesSent: 0,
    closedByClientAt: null,
    finishedAt: null,
    over: new Promise((resolve) => {
      response.once('close', () => {
        const byServer = response.writableEnded || tornDown.has(response);
        request.bytesSent = socket.bytesWritten - sentBefore;
        if (byServer) request.finishedAt = performance.now();
        else request.closedByClientAt = performance.now();
        resolve(byServer ? 'finished' : 'closed-by-client');
      });
    }),
  };
  return request;
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** For a test in another process: GET shows what was received, DELETE forgets it. */
function showRequests(
  requests: ScriptedRequest[],
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  if (incoming.method === 'DELETE') requests.length = 0;
  sendJson(response, { requests });
}
