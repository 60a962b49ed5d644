import type { ModelCall } from './model-event.ts';
import type { ProviderCallOptions } from './provider-model.ts';

type JsonSchema = Extract<
  NonNullable<ProviderCallOptions['tools']>[number],
  { type: 'function' }
>['inputSchema'];

/** Our call in the SDK's words. Nothing is added that the prompt does not say. */
export function callOptions(call: ModelCall, abortSignal: AbortSignal): ProviderCallOptions {
  const { temperature, topP, maxOutputTokens, stop, seed } = call.settings;
  return {
    prompt: call.messages.map(({ role, content }) =>
      role === 'system' ? { role, content } : { role, content: [{ type: 'text', text: content }] },
    ),
    abortSignal,
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { topP }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(stop && stop.length > 0 ? { stopSequences: stop } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(call.tools.length > 0 ? { tools: call.tools.map(toFunctionTool) } : {}),
    // What is sent is kept here, as far as a run keeps it, and by nobody else.
    ...(call.api === 'responses' ? { providerOptions: { openai: { store: false } } } : {}),
    ...(call.responseSchema === null || call.responseSchema === undefined
      ? {}
      : { responseFormat: { type: 'json', schema: call.responseSchema as JsonSchema } }),
  };
}

function toFunctionTool({ name, description, parameters }: ModelCall['tools'][number]) {
  return { type: 'function' as const, name, description, inputSchema: parameters as JsonSchema };
}
