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

const saveAnyway = z
  .boolean()
  .default(false)
  .meta({ description: 'Save although the test of the connection fails.' });

export const createConnectionBody = z.strictObject({
  name: name(),
  provider: connectionProvider,
  baseUrl: baseUrl.nullable().default(null),
  key: key.nullable().default(null),
  saveAnyway,
});

/** What is absent stays; a key of null is removed. */
export const updateConnectionBody = z.strictObject({
  name: name().optional(),
  baseUrl: baseUrl.nullable().optional(),
  key: key.nullable().optional(),
  saveAnyway,
});

export const connectionParams = z.object({ connectionId: id() });

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
    keyEnding: z
      .string()
      .nullable()
      .meta({ description: 'The last characters of the key, to tell keys apart; null without a key.' }),
    test: orNull(connectionTest),
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
    abilities: z
      .object({ vision: ability, tools: ability, schema: ability, reasoning: ability })
      .meta({ description: 'Null where nobody says.' }),
  })
  .meta({ id: 'Model', description: 'A model one can run on.' });
export type ModelView = z.output<typeof model>;

export const connectionList = z.object({ items: z.array(modelConnection) });
export const modelList = z.object({ items: z.array(model) });
