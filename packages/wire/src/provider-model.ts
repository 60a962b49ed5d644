import type { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { ModelCall } from './model-event.ts';
import { baseUrlOf, type RemoteProvider } from './provider-address.ts';

/** The provider-level model of the SDK: one request, its parts unbuffered, no retry of its own. */
export type ProviderModel = ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>;
export type ProviderCallOptions = Parameters<ProviderModel['doStream']>[0];
type StreamOf<T> = T extends ReadableStream<infer Part> ? Part : never;
export type ProviderPart = StreamOf<Awaited<ReturnType<ProviderModel['doStream']>>['stream']>;

/** What compatible servers are called in the options of a call. */
export const compatibleName = 'compatible';

/** A server that needs no key is sent none, not an empty one. */
const withoutKey =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.delete('authorization');
    return fetch(input, { ...init, headers });
  };

type EmbeddingModel = ReturnType<ReturnType<typeof createOpenAICompatible>['embeddingModel']>;

/** Undefined where the provider offers no embeddings. */
export async function openEmbeddingModel(
  call: Pick<ModelCall, 'baseUrl' | 'apiKey' | 'model'> & { provider: RemoteProvider },
  fetch: typeof globalThis.fetch,
): Promise<EmbeddingModel | undefined> {
  const baseURL = baseUrlOf(call);
  const apiKey = call.apiKey ?? '';
  switch (call.provider) {
    case 'anthropic':
      return undefined;
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      return createOpenAI({ baseURL, apiKey, fetch }).embeddingModel(call.model);
    }
    case 'google': {
      const { createGoogle } = await import('@ai-sdk/google');
      return createGoogle({ baseURL, apiKey, fetch }).embeddingModel(call.model);
    }
    case 'openai_compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const key = apiKey === '' ? {} : { apiKey };
      return createOpenAICompatible({ name: compatibleName, baseURL, ...key, fetch }).embeddingModel(
        call.model,
      );
    }
  }
}

/** The SDKs are imported on the first call, so that an idle server does not hold them. */
export async function openProviderModel(
  call: Pick<ModelCall, 'baseUrl' | 'apiKey' | 'model' | 'api'> & { provider: RemoteProvider },
  fetch: typeof globalThis.fetch,
): Promise<ProviderModel> {
  const baseURL = baseUrlOf(call);
  const apiKey = call.apiKey ?? '';
  const responses = call.api === 'responses';
  switch (call.provider) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      const openai = createOpenAI({ baseURL, apiKey, fetch });
      return responses ? openai.responses(call.model) : openai.chat(call.model);
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ baseURL, apiKey, fetch })(call.model);
    }
    case 'google': {
      const { createGoogle } = await import('@ai-sdk/google');
      return createGoogle({ baseURL, apiKey, fetch })(call.model);
    }
    case 'openai_compatible': {
      if (responses) {
        const { createOpenAI } = await import('@ai-sdk/openai');
        return createOpenAI({ baseURL, apiKey, fetch: apiKey === '' ? withoutKey(fetch) : fetch }).responses(
          call.model,
        );
      }
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({
        name: compatibleName,
        baseURL,
        ...(apiKey === '' ? {} : { apiKey }),
        fetch,
        includeUsage: true,
        supportsStructuredOutputs: true,
      }).chatModel(call.model);
    }
  }
}
