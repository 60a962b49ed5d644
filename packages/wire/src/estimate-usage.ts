import { attachmentTokens } from './attachment-tokens.ts';
import type { ModelCall, ModelUsage } from './model-event.ts';

/** Token counts where the provider gives none: close, and marked so. */
export async function estimateUsage(
  call: Pick<ModelCall, 'provider' | 'model' | 'messages' | 'turns' | 'attachments'>,
  answer: string,
): Promise<ModelUsage> {
  const { estimateTokens, tokenFamilyOf } = await import('@promptvault/tokens');
  const family = tokenFamilyOf(call.model, call.provider);
  // Each message costs its provider a few tokens of framing.
  const framing = 4;
  const turns = (call.turns ?? []).flatMap(({ text, calls }) => [
    text,
    ...calls.flatMap(({ input, result }) => [JSON.stringify(input) ?? '', result.output]),
  ]);
  const input = [...call.messages.map(({ content }) => content), ...turns].reduce(
    (sum, content) => sum + framing + estimateTokens(content, family).tokens,
    0,
  );
  const attachments = (call.attachments ?? []).reduce(
    (sum, attachment) => sum + attachmentTokens(attachment, attachment.data.byteLength, call.provider),
    0,
  );
  return {
    inputTokens: input + attachments,
    outputTokens: estimateTokens(answer, family).tokens,
    estimated: true,
  };
}
