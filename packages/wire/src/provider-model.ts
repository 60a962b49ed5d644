import type { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { ModelCall, ModelProvider } from './model-event.ts';

/** The provider-level model of the SDK: one request, its parts unbuffered, no retry of its own. */
export type ProviderModel = ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>;
export type ProviderCallOptions = Parameters<ProviderModel['doStream']>[0];
type StreamOf<T> = T extends ReadableStream<infer Part> ? Part : never;
export type ProviderPart = StreamOf<Awaited<ReturnType<ProviderModel['doStream']>>['stream']>;

/** What compatible servers are called in the options of a call. */
export const compatibleName = 'compatible';

type RemoteProvider = Exclude<ModelProvider, 'echo'>;

/** Always given to the SDK: without an address or a key it would read those of the server's environment. */
const ownAddresses: Record<RemoteProvider, string> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  google: 'https://generativelanguage.googleapis.com/v1beta',
  openai_compatible: 'http://localhost:11434/v1',
};

export function baseUrlOf(call: { provider: RemoteProvider; baseUrl: string | null }): string {
  return (call.baseUrl?.trim() || ownAddresses[call.provider]).replace(/\/+$/, '');
}

/** OpenAI-compatible servers often need no key; the three others always do. */
export function needsKey(provider: RemoteProvider): boolean {
  return provider !== 'openai_compatible';
}

/** A server that needs no key is sent none, not an empty one. */
const withoutKey =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.delete('authorization');
    return fetch(input, { ...init, headers });
  };

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
