import type { ModelProvider } from './model-event.ts';

export type RemoteProvider = Exclude<ModelProvider, 'echo'>;

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
