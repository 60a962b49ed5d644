import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { hurriedClock } from './gateway-testing.ts';
import { listModels } from './list-models.ts';
import { readListing } from './read-listing.ts';

describe('a list of models', () => {
  it('is read in the words of each provider', () => {
    const openRouter = {
      id: 'meta/llama-4',
      name: 'Meta: Llama 4',
      context_length: 131_072,
      architecture: { input_modalities: ['text', 'image', 'file'] },
      supported_parameters: ['tools', 'temperature', 'min_p', 'max_tokens', 'top_a'],
      pricing: { prompt: '0.00000015', completion: '0.0000006' },
      top_provider: { max_completion_tokens: 16_384 },
    };
    expect(readListing({ data: [openRouter] })).toEqual([
      {
        id: 'meta/llama-4',
        name: 'Meta: Llama 4',
        contextWindow: 131_072,
        maxOutputTokens: 16_384,
        abilities: { vision: true, pdf: true, tools: true, schema: false, reasoning: false },
        settings: ['temperature', 'minP', 'maxOutputTokens'],
        price: { input: 150_000, output: 600_000 },
      },
    ]);
    expect(readListing({ data: [{ id: 'qwen', owned_by: 'vllm', max_model_len: 4_096 }] })).toEqual([
      { id: 'qwen', name: 'qwen', contextWindow: 4_096, ownedBy: 'vllm' },
    ]);
    expect(
      readListing({ models: [{ name: 'models/gemini-x', displayName: 'Gemini X', inputTokenLimit: 5 }] }),
    ).toEqual([{ id: 'gemini-x', name: 'Gemini X', contextWindow: 5 }]);
  });

  it('leaves out what makes no sense', () => {
    const odd = {
      id: 'x',
      context_length: -1,
      max_tokens: 'many',
      pricing: { prompt: '-1', completion: '-1' },
    };
    expect(readListing({ data: [odd, null, 7, {}] })).toEqual([{ id: 'x', name: 'x' }]);
    expect(readListing('nothing')).toBeUndefined();
  });
});

async function listAt(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const signal = new AbortController().signal;
  const ports = { fetch: globalThis.fetch, clock: hurriedClock };
  const listed = await listModels({ provider: 'openai_compatible', baseUrl, apiKey: null, signal }, ports);
  server.closeAllConnections();
  server.close();
  return listed.ok ? listed.models : listed.error;
}

describe('a server of local models', () => {
  it('of Ollama tells windows and abilities beside its list', async () => {
    const models = await listAt((request, response) => {
      if (request.url === '/v1/models')
        return response.end(
          JSON.stringify({
            data: [
              { id: 'llama3', owned_by: 'library' },
              { id: 'gone', owned_by: 'library' },
            ],
          }),
        );
      request.setEncoding('utf8').on('data', (body: string) => {
        if (JSON.parse(body).model === 'gone') return response.writeHead(404).end('{}');
        response.end(
          JSON.stringify({
            model_info: { 'general.architecture': 'llama', 'llama.context_length': 8_192 },
            capabilities: ['completion', 'tools'],
          }),
        );
      });
      return undefined;
    });
    expect(models).toEqual([
      {
        id: 'llama3',
        name: 'llama3',
        ownedBy: 'library',
        contextWindow: 8_192,
        abilities: { vision: false, pdf: false, tools: true, reasoning: false },
      },
      { id: 'gone', name: 'gone', ownedBy: 'library' },
    ]);
  });

  it('of LM Studio does too, and is listed where it does not', async () => {
    const list = JSON.stringify({ data: [{ id: 'pixtral', owned_by: 'organization_owner' }] });
    const own = JSON.stringify({ data: [{ id: 'pixtral', type: 'vlm', max_context_length: 32_000 }] });
    const answer =
      (details: string): RequestListener =>
      (request, response) =>
        void response.end(request.url === '/v1/models' ? list : details);
    expect(await listAt(answer(own))).toMatchObject([
      { id: 'pixtral', contextWindow: 32_000, abilities: { vision: true, pdf: false } },
    ]);
    expect(await listAt(answer('<html>'))).toEqual([
      { id: 'pixtral', name: 'pixtral', ownedBy: 'organization_owner' },
    ]);
  });
});
