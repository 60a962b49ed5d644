import { repetitionName } from './compatible-server.ts';
import type { CallAttachment, ModelCall, ToolTurn } from './model-event.ts';
import { compatibleName, type ProviderCallOptions } from './provider-model.ts';

type JsonSchema = Extract<
  NonNullable<ProviderCallOptions['tools']>[number],
  { type: 'function' }
>['inputSchema'];

type PromptMessage = ProviderCallOptions['prompt'][number];
type ProviderFacts = NonNullable<PromptMessage['providerOptions']>;

/** Our call in the SDK's words. Nothing is added that the prompt does not say. */
export function callOptions(call: ModelCall, abortSignal: AbortSignal): ProviderCallOptions {
  const { temperature, topP, stop, seed } = call.settings;
  const maxOutputTokens = call.settings.maxOutputTokens ?? toldLongest(call);
  const { topK, frequencyPenalty, presencePenalty, reasoningEffort } = call.settings;
  return {
    prompt: [
      ...withAttachments(
        messagesOf(call).map(
          ({ role, content }): PromptMessage =>
            role === 'system' ? { role, content } : { role, content: [{ type: 'text', text: content }] },
        ),
        call.attachments ?? [],
      ),
      ...(call.turns ?? []).flatMap((turn) => turnMessages(call, turn)),
    ],
    abortSignal,
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { topP }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(stop && stop.length > 0 ? { stopSequences: stop } : {}),
    ...(seed === undefined ? {} : { seed }),
    // Beside the protocol of compatible servers, and so among the fields of their own.
    ...(topK === undefined || isCompatible(call) ? {} : { topK }),
    ...(frequencyPenalty === undefined ? {} : { frequencyPenalty }),
    ...(presencePenalty === undefined ? {} : { presencePenalty }),
    ...(reasoningEffort === undefined ? {} : { reasoning: reasoningEffort }),
    ...(call.tools.length > 0 ? { tools: call.tools.map(toFunctionTool) } : {}),
    providerOptions: providerOptions(call),
    ...(hasSchema(call) && !inWords(call)
      ? { responseFormat: { type: 'json', schema: call.responseSchema as JsonSchema } }
      : {}),
  };
}

/**
 * Anthropic must be told how long an answer may become. The package knows it of Claude, and says a short one of all
 * others that speak so, which what is known here goes before. Tokens for reasoning come on top; a share of all is the package's.
 */
function toldLongest({ provider, longestAnswer, settings }: ModelCall): number | undefined {
  const { reasoningEffort = 'none', reasoningTokens = 0 } = settings;
  if (provider !== 'anthropic' || !longestAnswer || reasoningEffort !== 'none') return undefined;
  return Math.max(1, longestAnswer - reasoningTokens);
}

/** Attachments stand before the words of the last message of the user, which are about them; without one they are it. */
function withAttachments(messages: PromptMessage[], attachments: readonly CallAttachment[]): PromptMessage[] {
  if (attachments.length === 0) return messages;
  const parts = attachments.map(({ mediaType, data }) => ({
    type: 'file' as const,
    mediaType,
    data: { type: 'data' as const, data },
  }));
  const last = messages.findLastIndex(({ role }) => role === 'user');
  if (last === -1) return [...messages, { role: 'user', content: parts }];
  return messages.map((message, place) =>
    place === last && message.role === 'user'
      ? { ...message, content: [...parts, ...message.content] }
      : message,
  );
}

/** What a model said and called, and what its tools answered, in the provider's own messages. */
function turnMessages({ api }: ModelCall, { text, thoughts = [], calls }: ToolTurn): PromptMessage[] {
  return [
    {
      role: 'assistant',
      content: [
        ...thoughts.map(({ text: thought, meta }) => ({
          type: 'reasoning' as const,
          text: thought,
          ...(meta === undefined ? {} : { providerOptions: meta as ProviderFacts }),
        })),
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

const hasSchema = ({ responseSchema }: ModelCall) => responseSchema !== null && responseSchema !== undefined;
const inWords = ({ schemaBy }: ModelCall) => schemaBy === 'words';

function providerOptions(call: ModelCall): NonNullable<ProviderCallOptions['providerOptions']> {
  const strictJsonSchema = isStrict(call.responseSchema);
  const strict = hasSchema(call) && !strictJsonSchema ? { strictJsonSchema } : {};
  // What is sent is kept here, as far as a run keeps it, and by nobody else.
  const store = call.api === 'responses' ? { store: false } : {};
  const { logitBias, reasoningTokens } = call.settings;
  return {
    openai: { ...store, ...strict, ...(logitBias === undefined ? {} : { logitBias }) },
    ...(hasSchema(call) ? { openaiCompatible: strict } : {}),
    ...(isCompatible(call) ? { [compatibleName]: ownFields(call) } : {}),
    ...(reasoningTokens === undefined ? {} : reasoningOptions(reasoningTokens)),
  };
}

/** What servers for open models take beside the protocol, as they name it. */
function ownFields({ server, settings: { topK, minP, repetitionPenalty, logitBias } }: ModelCall) {
  return {
    ...(topK === undefined ? {} : { top_k: topK }),
    ...(minP === undefined ? {} : { min_p: minP }),
    ...(repetitionPenalty === undefined ? {} : { [repetitionName(server)]: repetitionPenalty }),
    ...(logitBias === undefined ? {} : { logit_bias: logitBias }),
  };
}

const reasoningOptions = (tokens: number) => ({
  anthropic: {
    thinking: tokens === 0 ? { type: 'disabled' } : { type: 'enabled', budgetTokens: tokens },
  },
  google: { thinkingConfig: { thinkingBudget: tokens } },
});

const isCompatible = ({ provider, api }: ModelCall) =>
  provider === 'openai_compatible' && api !== 'responses';

/** OpenAI refuses to be strict with a schema where an object may have other properties, or lack one. */
function isStrict(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return true;
  if (Array.isArray(schema)) return schema.every(isStrict);
  const { properties, required, additionalProperties } = schema as Record<string, unknown>;
  if (typeof properties === 'object' && properties !== null) {
    const names = Array.isArray(required) ? required : [];
    if (additionalProperties !== false) return false;
    if (!Object.keys(properties).every((name) => names.includes(name))) return false;
  }
  return Object.values(schema).every(isStrict);
}

/** Where the provider takes no schema, the last message ends with it. */
function messagesOf(call: ModelCall): ModelCall['messages'] {
  if (!hasSchema(call) || !inWords(call)) return call.messages;
  const words = schemaWords(call.responseSchema);
  const last = call.messages.at(-1);
  if (last?.role !== 'user') return [...call.messages, { role: 'user', content: words }];
  return [...call.messages.slice(0, -1), { ...last, content: `${last.content}\n\n${words}` }];
}

const schemaWords = (schema: unknown) =>
  `Answer with JSON alone, without a code fence and without any word before or after it. The JSON follows this schema:\n${JSON.stringify(schema)}`;

function toFunctionTool({ name, description, parameters }: ModelCall['tools'][number]) {
  return { type: 'function' as const, name, description, inputSchema: parameters as JsonSchema };
}
