/**
 * What providers publish about their models and do not list: abilities and the longest answer. Matched by the
 * beginning of the model's name, the first that fits. What is not known stays null.
 */
export interface ModelFamily {
  maxOutputTokens: number | null;
  abilities: {
    vision: boolean | null;
    pdf: boolean | null;
    tools: boolean | null;
    schema: boolean | null;
    reasoning: boolean | null;
  };
}

const abilities = (
  vision: boolean | null,
  tools: boolean | null,
  schema: boolean | null,
  reasoning: boolean | null,
  // Whoever reads pages sees them, and most that see have learnt to read them.
  pdf: boolean | null = vision,
) => ({
  vision,
  pdf,
  tools,
  schema,
  reasoning,
});

const unknown: ModelFamily = { maxOutputTokens: null, abilities: abilities(null, null, null, null) };

const families: readonly (readonly [RegExp, ModelFamily])[] = [
  [/^gpt-5.*chat/, { maxOutputTokens: 16_384, abilities: abilities(true, true, true, false) }],
  [/^gpt-5/, { maxOutputTokens: 128_000, abilities: abilities(true, true, true, true) }],
  [/^gpt-4\.1/, { maxOutputTokens: 32_768, abilities: abilities(true, true, true, false) }],
  [/^(chatgpt-4o|gpt-4o)/, { maxOutputTokens: 16_384, abilities: abilities(true, true, true, false) }],
  [/^gpt-4-turbo/, { maxOutputTokens: 4_096, abilities: abilities(true, true, false, false, false) }],
  [/^gpt-4/, { maxOutputTokens: 8_192, abilities: abilities(false, true, false, false) }],
  [/^gpt-3\.5/, { maxOutputTokens: 4_096, abilities: abilities(false, true, false, false) }],
  [/^o1-(mini|preview)/, { maxOutputTokens: null, abilities: abilities(false, false, false, true) }],
  [/^o3-mini/, { maxOutputTokens: 100_000, abilities: abilities(false, true, true, true) }],
  [/^o\d/, { maxOutputTokens: 100_000, abilities: abilities(true, true, true, true) }],
  [
    /^claude-3-(opus|sonnet|haiku)/,
    { maxOutputTokens: 4_096, abilities: abilities(true, true, null, false, null) },
  ],
  [/^claude-3-5/, { maxOutputTokens: 8_192, abilities: abilities(true, true, null, false) }],
  [/^claude-3-7/, { maxOutputTokens: 64_000, abilities: abilities(true, true, null, true) }],
  [
    /^claude-opus-4(-[01](-|$)|-2025|$)/,
    { maxOutputTokens: 32_000, abilities: abilities(true, true, null, true) },
  ],
  [
    /^claude-(opus|sonnet|haiku)-4/,
    { maxOutputTokens: 64_000, abilities: abilities(true, true, null, true) },
  ],
  // Newer ones than this table knows.
  [/^claude-[a-z]+-\d/, { maxOutputTokens: null, abilities: abilities(true, true, null, null) }],
  [/^gemini-(1|2\.0)/, { maxOutputTokens: 8_192, abilities: abilities(true, true, true, false) }],
  [/^gemini-2\.5/, { maxOutputTokens: 65_536, abilities: abilities(true, true, true, true) }],
];

export function familyOf(model: string): ModelFamily {
  const name = (model.split('/').at(-1) ?? model).toLowerCase();
  return families.find(([pattern]) => pattern.test(name))?.[1] ?? unknown;
}

/** OpenAI lists everything it sells under one address; these do not answer messages with text. */
const otherTrades =
  /embedding|tts|whisper|transcribe|dall-e|image|moderation|realtime|audio|sora|davinci|babbage|codex-mini|computer-use/;

export function answersInText(provider: string, model: string): boolean {
  const name = model.toLowerCase();
  if (provider === 'openai') return !otherTrades.test(name);
  // Google's price list also names models of others, which its own address does not serve.
  return provider !== 'google' || (/^(gemini|gemma)/.test(name) && !otherTrades.test(name));
}
