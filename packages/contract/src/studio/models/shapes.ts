/** Connections to model providers, and the models one can run on. */
import * as z from 'zod';
import { text } from '../../text.ts';
import { id, name, orNull, revision, time } from '../../values.ts';

export const connectionProviders = ['openai', 'anthropic', 'google', 'openai_compatible'] as const;
export const connectionProvider = z.enum(connectionProviders);
export type ConnectionProvider = z.output<typeof connectionProvider>;

/** The built-in model that repeats what it receives: its provider, its id, and a connection of null. */
export const echoModel = 'echo';
export const modelProvider = z.enum([...connectionProviders, echoModel]);
export type ModelProvider = z.output<typeof modelProvider>;

export const modelId = () =>
  text({ max: 200, min: 1 }).meta({ description: "The provider's name of a model." });

const baseUrl = z
  .string()
  .trim()
  .max(500)
  .refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return (
      url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
    );
  }, 'Enter an address like https://models.example.com/v1, without a name, key or question mark.')
  .meta({ description: "Where the provider answers; null means the provider's own address." });

const key = text({ max: 2_000, min: 1 })
  .transform((value) => value.trim())
  .pipe(z.string().regex(/^[\x21-\x7e]+$/, 'A key has no spaces or line breaks. Copy it again.'))
  .meta({ description: 'The key of the provider. It is sealed and never returned.', writeOnly: true });

/** How OpenAI and servers like it are asked. */
export const connectionApi = z.enum(['chat', 'responses']).meta({
  description:
    'chat: chat completions. responses: the newer API. Only OpenAI and compatible servers have both.',
});
export type ConnectionApi = z.output<typeof connectionApi>;

/** Providers that can be asked in two ways. */
export const hasTwoApis = (provider: ModelProvider): boolean =>
  provider === 'openai' || provider === 'openai_compatible';

const saveAnyway = z
  .boolean()
  .default(false)
  .meta({ description: 'Save although the test of the connection fails.' });

export const createConnectionBody = z.strictObject({
  name: name(),
  provider: connectionProvider,
  baseUrl: baseUrl.nullable().default(null),
  key: key.nullable().default(null),
  api: connectionApi
    .optional()
    .meta({ description: 'Absent: responses for OpenAI, chat for compatible servers.' }),
  personal: z.boolean().default(false).meta({
    description: 'A connection of your own: nobody else sees it, runs on it, or changes it.',
  }),
  saveAnyway,
});

/** What is absent stays; a key of null is removed. */
export const updateConnectionBody = z.strictObject({
  name: name().optional(),
  baseUrl: baseUrl.nullable().optional(),
  key: key.nullable().optional(),
  api: connectionApi.optional(),
  saveAnyway,
});

export const connectionParams = z.object({ connectionId: id() });

/** How calls over a connection went of late, as far as the process that answers made them. */
export const connectionHealth = z
  .object({
    state: z.enum(['closed', 'open', 'half_open']).meta({
      description:
        'closed: calls go out. open: after failures in a row none goes out for a while. half_open: one goes out to try.',
    }),
    failures: z.int().meta({ description: 'Failures one after the other.' }),
    until: time().nullable().meta({ description: 'When the next call may go out.' }),
    lastSuccessAt: time().nullable(),
    lastFailure: z.object({ code: z.string(), message: z.string(), at: time() }).nullable(),
  })
  .meta({ id: 'ModelConnectionHealth' });

export const connectionTest = z
  .object({
    ok: z.boolean(),
    at: time(),
    code: z
      .string()
      .nullable()
      .meta({ description: 'Why it failed: model.unauthorized, model.unreachable, …' }),
    message: z.string().nullable().meta({ description: 'The reason in words.' }),
    models: z.int().meta({ description: 'How many models the provider listed.' }),
  })
  .meta({ id: 'ModelConnectionTest' });
export type ConnectionTestView = z.output<typeof connectionTest>;

export const modelConnection = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: connectionProvider,
    baseUrl: z.string().nullable(),
    api: connectionApi.nullable().meta({ description: 'null where a provider has one way only.' }),
    personal: z.boolean().meta({ description: 'Yours alone; others do not see it.' }),
    keyEnding: z
      .string()
      .nullable()
      .meta({ description: 'The last characters of the key, to tell keys apart; null without a key.' }),
    test: orNull(connectionTest),
    health: orNull(connectionHealth).meta({ description: 'null where nothing was called of late.' }),
    createdAt: time(),
    updatedAt: time(),
    revision: revision(),
  })
  .meta({ id: 'ModelConnection', description: 'An account at a model provider that an organization uses.' });
export type ModelConnectionView = z.output<typeof modelConnection>;

/** Money is in millionths of a US dollar. */
export const modelPrice = z
  .object({
    inputMicroDollars: z.int().nullable().meta({ description: 'For a million input tokens.' }),
    outputMicroDollars: z.int().nullable(),
    cachedInputMicroDollars: z.int().nullable(),
    tiered: z.boolean().meta({ description: 'Larger requests cost more a token than this.' }),
    version: z.string().meta({ description: 'The price table this comes from, as stored on runs.' }),
  })
  .meta({ id: 'ModelPrice' });

const ability = z.boolean().nullable();
export const abilityNames = ['vision', 'pdf', 'tools', 'schema', 'reasoning'] as const;
const abilities = { vision: ability, pdf: ability, tools: ability, schema: ability, reasoning: ability };
export type AbilityName = (typeof abilityNames)[number];

const settingsTaken = z
  .object({
    temperature: ability,
    topP: ability,
    topK: ability,
    maxOutputTokens: ability,
    stop: ability,
    seed: ability,
    frequencyPenalty: ability,
    presencePenalty: ability,
    reasoningEffort: ability,
    minP: ability,
    repetitionPenalty: ability,
    reasoningTokens: ability,
    logitBias: ability,
  })
  .meta({
    id: 'SettingsTaken',
    description:
      'Which settings it takes. false: left out of a run, with a warning. null: nobody says, or it depends; it is sent.',
  });

const tokenLimit = z.int().min(1).max(1_000_000_000);
const microDollars = z
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .meta({ description: 'Millionths of a US dollar for a million tokens.' });
const day = z.iso.date().meta({ description: 'A day, YYYY-MM-DD.' });

/** What an organization knows better than the catalogue; null means: what the catalogue says. */
const factFields = {
  contextWindow: tokenLimit.nullable(),
  maxOutputTokens: tokenLimit.nullable(),
  ...abilities,
  inputMicroDollars: microDollars.nullable(),
  outputMicroDollars: microDollars.nullable(),
  cachedInputMicroDollars: microDollars.nullable(),
  retiresOn: day.nullable(),
};

export const createModelFactsBody = z
  .strictObject({ connectionId: id(), model: modelId(), ...factFields })
  .partial()
  .required({ connectionId: true, model: true });
export const updateModelFactsBody = z.strictObject(factFields).partial();
export const modelFactsParams = z.object({ factsId: id() });

export const modelFacts = z
  .object({
    id: z.string(),
    connectionId: z.string(),
    model: z.string(),
    ...factFields,
    updatedAt: time(),
    revision: revision(),
  })
  .meta({
    id: 'ModelFacts',
    description:
      'What an organization says of a model in place of the catalogue. null: the catalogue counts.',
  });
export type ModelFactsView = z.output<typeof modelFacts>;

export const model = z
  .object({
    connectionId: z.string().nullable().meta({ description: 'Null for the built-in model.' }),
    connectionName: z.string(),
    provider: modelProvider,
    model: z.string(),
    name: z.string(),
    ai: z.boolean().meta({ description: 'False for the echo model, which only repeats what it receives.' }),
    source: z.enum(['built_in', 'discovered', 'catalogue']).meta({
      description: 'discovered: the provider listed it. catalogue: known of this provider, not listed by it.',
    }),
    contextWindow: z.int().nullable(),
    maxOutputTokens: z.int().nullable(),
    price: orNull(modelPrice),
    abilities: z.object(abilities).meta({ description: 'Null where nobody says.' }),
    settings: settingsTaken,
    retiresOn: day.nullable().meta({ description: 'The day its provider takes it away, as far as known.' }),
    outdated: z.boolean().meta({ description: 'Its provider has replaced it, or its last day is past.' }),
    facts: orNull(modelFacts).meta({ description: 'What the organization changed of the above.' }),
  })
  .meta({ id: 'Model', description: 'A model one can run on.' });
export type ModelView = z.output<typeof model>;

export const mostSteps = 5;

const chainStep = z.strictObject({
  connectionId: id().nullable().meta({ description: 'Null for the built-in echo model.' }),
  model: modelId(),
});
const chainSteps = z
  .array(chainStep)
  .min(2, 'A chain has at least two models.')
  .max(mostSteps)
  .refine(
    (steps) =>
      new Set(steps.map(({ connectionId, model }) => `${connectionId} ${model}`)).size === steps.length,
    'Each model stands once in a chain.',
  );

export const createChainBody = z.strictObject({ name: name(), steps: chainSteps });
export const updateChainBody = z.strictObject({ name: name(), steps: chainSteps }).partial();
export const chainParams = z.object({ chainId: id() });

export const modelChain = z
  .object({
    id: z.string(),
    name: z.string(),
    steps: z.array(
      z.object({
        connectionId: z.string().nullable(),
        connectionName: z.string().nullable().meta({ description: 'null when the connection is gone.' }),
        model: z.string(),
      }),
    ),
    createdAt: time(),
    updatedAt: time(),
    revision: revision(),
  })
  .meta({
    id: 'ModelChain',
    description:
      'Models in an order: where one fails for a passing reason before its first word, the next is called.',
  });
export type ModelChainView = z.output<typeof modelChain>;
export const chainList = z.object({ items: z.array(modelChain) });

export const localServers = ['ollama', 'lm_studio', 'vllm', 'llama_cpp'] as const;

/** A machine's name or address, without scheme, port or path. */
const hostName = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(
    /^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])$/,
    'Enter the name of a machine only.',
  );

export const discoverServersBody = z.strictObject({
  host: hostName
    .default('localhost')
    .meta({ description: 'The machine to look on, as the PromptVault server reaches it.' }),
});

export const discoveredServer = z
  .object({
    server: z.enum(localServers),
    name: z.string(),
    baseUrl: z.string(),
    ok: z.boolean(),
    code: z.string().nullable(),
    message: z.string().nullable().meta({ description: 'Why it was not found, in words.' }),
    models: z.array(z.string()).meta({ description: 'The first models it lists.' }),
    modelCount: z.int(),
    connectionId: z.string().nullable().meta({ description: 'The connection that uses it already.' }),
  })
  .meta({ id: 'DiscoveredServer', description: 'Where a server of local models was looked for.' });
export type DiscoveredServerView = z.output<typeof discoveredServer>;
export const discoveredServers = z.object({ items: z.array(discoveredServer) });

export const connectionList = z.object({ items: z.array(modelConnection) });
export const modelList = z.object({ items: z.array(model) });

const taskTokens = z.int().min(0).max(1_000_000_000);

/** What a task asks of a model. */
export const suggestModelsBody = z.strictObject({
  needs: z
    .array(z.enum(abilityNames))
    .max(abilityNames.length)
    .default([])
    .meta({ description: 'What the model must be able to do.' }),
  inputTokens: taskTokens.default(1_000).meta({ description: 'Tokens sent with one call.' }),
  outputTokens: taskTokens
    .default(1_000)
    .meta({ description: 'Tokens of the answer, with what the model reasons.' }),
  mostMicroDollars: z
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .nullable()
    .default(null)
    .meta({ description: 'The most that one call may cost, in millionths of a US dollar; null: anything.' }),
  localOnly: z.boolean().default(false).meta({
    description: 'Only models that answer on this machine or in its network, going by the address.',
  }),
});
export type ModelTask = z.output<typeof suggestModelsBody>;

export const leftOutReasons = [
  'not_ai',
  'outdated',
  'connection_failed',
  'not_local',
  'no_vision',
  'no_pdf',
  'no_tools',
  'no_schema',
  'no_reasoning',
  'window_too_small',
  'answer_too_long',
  'price_unknown',
  'too_dear',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

const judgedModel = {
  connectionId: z.string().nullable().meta({ description: 'Null for the built-in model.' }),
  connectionName: z.string(),
  provider: modelProvider,
  model: z.string(),
  name: z.string(),
  contextWindow: z.int().nullable(),
  maxOutputTokens: z.int().nullable(),
  local: z.boolean(),
  fits: z.boolean().nullable().meta({
    description:
      'Whether input and answer fit into its window and its longest answer; null where nobody says.',
  }),
  unsure: z
    .array(z.enum(abilityNames))
    .meta({ description: 'Needs of which nobody says whether it has them.' }),
  microDollars: z.int().nullable().meta({
    description: 'What the call costs, estimated, in millionths of a US dollar. null: price unknown.',
  }),
};

export const suggestedModel = z
  .object(judgedModel)
  .meta({ id: 'SuggestedModel', description: 'A model that can do a task, and what a call of it costs.' });
export const leftOutModel = z
  .object({ ...judgedModel, reasons: z.array(z.enum(leftOutReasons)).min(1) })
  .meta({ id: 'LeftOutModel', description: 'A model that is not suggested for a task, and why.' });
export const modelSuggestions = z.object({
  items: z.array(suggestedModel),
  leftOut: z.array(leftOutModel),
});
export type SuggestedModelView = z.output<typeof suggestedModel>;
export type LeftOutModelView = z.output<typeof leftOutModel>;
export type ModelSuggestionsView = z.output<typeof modelSuggestions>;
