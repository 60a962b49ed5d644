import type { ModelCall, ModelUsage } from './model-event.ts';

/** Token counts where the provider gives none: close, and marked so. */
export async function estimateUsage(
  call: Pick<ModelCall, 'provider' | 'model' | 'messages'>,
  answer: string,
): Promise<ModelUsage> {
  const { estimateTokens, tokenFamilyOf } = await import('@promptvault/tokens');
  const family = tokenFamilyOf(call.model, call.provider);
  // Each message costs its provider a few tokens of framing.
  const framing = 4;
  const input = call.messages.reduce(
    (sum, { content }) => sum + framing + estimateTokens(content, family).tokens,
    0,
  );
  return { inputTokens: input, outputTokens: estimateTokens(answer, family).tokens, estimated: true };
}
