import type { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { ModelCall, ModelProvider } from './model-event.ts';

/** The provider-level model of the SDK: one request, its parts unbuffered, no retry of its own. */
export type ProviderModel = ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>;
export type ProviderCallOptions = Parameters<ProviderModel['doStream']>[0];
type StreamOf<T> = T extends ReadableStream<infer Part> ? Part : never;
export type ProviderPart = StreamOf<Awaited<ReturnType<ProviderModel['doStream']>>['stream']>;

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

/** The SDKs are imported on the first call, so that an idle server does not hold them. */
export async function openProviderModel(
  call: Pick<ModelCall, 'baseUrl' | 'apiKey' | 'model'> & { provider: RemoteProvider },
  fetch: typeof globalThis.fetch,
): Promise<ProviderModel> {
  const baseURL = baseUrlOf(call);
  const apiKey = call.apiKey ?? '';
  switch (call.provider) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      return createOpenAI({ baseURL, apiKey, fetch }).chat(call.model);
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
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({
        name: 'compatible',
        baseURL,
        ...(apiKey === '' ? {} : { apiKey }),
        fetch,
        includeUsage: true,
        supportsStructuredOutputs: true,
      }).chatModel(call.model);
    }
  }
}
