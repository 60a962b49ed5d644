/**
 * Whose tokenizer counts. The two OpenAI encodings are known exactly; the others are not published, so their
 * counts are o200k counts with a margin and carry `exact: false`.
 */
export type TokenFamily = 'o200k' | 'cl100k' | 'claude' | 'gemini' | 'other';

export type TokenCount = { tokens: number; exact: boolean };

const CL100K_MODEL = /^(gpt-4(?!o|\.)|gpt-3\.5|text-embedding-)/;

/** Family of a model id such as `gpt-5-mini`, `anthropic/claude-sonnet-4`, `models/gemini-2.5-pro`. */
export function tokenFamilyOf(model: string, provider?: string): TokenFamily {
  const name = (model.split('/').at(-1) ?? '').toLowerCase();
  if (name.includes('claude') || provider === 'anthropic') return 'claude';
  if (name.includes('gemini') || name.includes('gemma') || provider === 'google') return 'gemini';
  if (CL100K_MODEL.test(name)) return 'cl100k';
  if (/^(gpt|chatgpt|o\d|codex)/.test(name) || provider === 'openai') return 'o200k';
  return 'other';
}

/** How much a family's count lies above the o200k count. Seen: Claude and Gemini about a tenth above. */
export function familyMargin(family: TokenFamily): number {
  return family === 'o200k' || family === 'cl100k' ? 1 : 1.1;
}
