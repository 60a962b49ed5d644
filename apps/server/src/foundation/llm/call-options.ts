import type { ModelCall, ToolTurn } from './model-event.ts';
import type { ProviderCallOptions } from './provider-model.ts';

type JsonSchema = Extract<
  NonNullable<ProviderCallOptions['tools']>[number],
  { type: 'function' }
>['inputSchema'];

type PromptMessage = ProviderCallOptions['prompt'][number];
type ProviderFacts = NonNullable<PromptMessage['providerOptions']>;

/** Our call in the SDK's words. Nothing is added that the prompt does not say. */
export function callOptions(call: ModelCall, abortSignal: AbortSignal): ProviderCallOptions {
  const { temperature, topP, maxOutputTokens, stop, seed } = call.settings;
  return {
    prompt: [
      ...call.messages.map(
        ({ role, content }): PromptMessage =>
          role === 'system' ? { role, content } : { role, content: [{ type: 'text', text: content }] },
      ),
      ...(call.turns ?? []).flatMap((turn) => turnMessages(call, turn)),
    ],
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

/** What a model said and called, and what its tools answered, in the provider's own messages. */
function turnMessages({ api }: ModelCall, { text, calls }: ToolTurn): PromptMessage[] {
  return [
    {
      role: 'assistant',
      content: [
        ...(text.trim() === '' ? [] : [{ type: 'text' as const, text }]),
        ...calls.map(({ id, name, input, meta }) => ({
          type: 'tool-call' as const,
          toolCallId: id,
          toolName: name,
          // Arguments that were no JSON go back as what they were, within an object, as all providers want one.
          input: typeof input === 'object' && input !== null ? input : { arguments: input },
          // Nothing is stored at OpenAI, so it has no items that could be named again.
          ...(meta === undefined || api === 'responses' ? {} : { providerOptions: meta as ProviderFacts }),
        })),
      ],
    },
    {
      role: 'tool',
      content: calls.map(({ id, name, result }) => ({
        type: 'tool-result' as const,
        toolCallId: id,
        toolName: name,
        output: { type: result.ok ? ('text' as const) : ('error-text' as const), value: result.output },
      })),
    },
  ];
}

function toFunctionTool({ name, description, parameters }: ModelCall['tools'][number]) {
  return { type: 'function' as const, name, description, inputSchema: parameters as JsonSchema };
}
