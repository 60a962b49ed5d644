import { imageTokens } from './image-tokens.ts';
import type { ModelProvider } from './model-event.ts';
import { type AttachmentFacts, isPdf } from './read-attachment.ts';

/** About as many bytes as a page has, where nobody says how many there are. */
const bytesOfPage = 50_000;

/** Words and picture of a page, which all of them send together; Google counts the picture alone. */
const tokensOfPage: Record<ModelProvider, number> = {
  anthropic: 3_000,
  google: 560,
  openai: 1_500,
  openai_compatible: 1_500,
  echo: 0,
};

/** About how many tokens an attachment of this many bytes is to a model; always an estimate. */
export function attachmentTokens(facts: AttachmentFacts, bytes: number, provider: ModelProvider): number {
  if (!isPdf(facts)) return imageTokens(facts, provider);
  return (facts.pages ?? Math.ceil(bytes / bytesOfPage)) * tokensOfPage[provider];
}
