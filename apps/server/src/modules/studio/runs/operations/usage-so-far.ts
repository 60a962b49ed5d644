/** What a run has taken that nobody heard the end of: counted here, and marked so. */
import { DomainError } from '@promptvault/contract/errors';
import type { Message } from '@promptvault/document';
import { attachmentTokens } from '@promptvault/wire/attachment-tokens';
import { estimateUsage } from '@promptvault/wire/estimate-usage';
import type { CallAttachment, ModelProvider } from '@promptvault/wire/model-event';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { chooseModel, costOfCall } from '../../models/index.ts';
import type { RunColumns, RunOutcome } from '../repository/runs.ts';
import type { LiveRun } from './execute-run.ts';
import type { TokensTaken } from './run-writer.ts';

/** Counting millions of characters would hold up everything else; what follows is taken to be like these. */
const mostCounted = 200_000;

interface Sent {
  model: { provider: ModelProvider; model: string };
  messages: readonly Message[];
  attachments?: readonly CallAttachment[];
}

/** About how many tokens these messages and attachments are. */
export async function estimateInput({ model, messages, attachments = [] }: Sent): Promise<number> {
  const whole = messages.reduce((sum, { content }) => sum + content.length, 0);
  let left = mostCounted;
  const counted = messages.map(({ role, content }) => {
    const part = content.slice(0, left);
    left -= part.length;
    return { role, content: part };
  });
  const { inputTokens } = await estimateUsage({ ...model, messages: counted }, '');
  const seen = attachments.reduce(
    (sum, attachment) => sum + attachmentTokens(attachment, attachment.data.byteLength, model.provider),
    0,
  );
  return seen + (whole <= mostCounted ? inputTokens : Math.round((inputTokens * whole) / mostCounted));
}

/** About how many characters are a token, where counting at every turn would cost more than it tells. */
const charactersInToken = 4;

/** What an open run has taken: what its steps reported, what goes out with this one, and what was said since. */
export function takenSoFar(
  { progress: { usage, usageAt, output, reasoning }, stepTokens }: Pick<LiveRun, 'progress' | 'stepTokens'>,
  sent: number,
): TokensTaken {
  if (!usage) return { inputTokens: sent, outputTokens: null };
  const since = output.length + reasoning.length - usageAt;
  return {
    inputTokens: usage.inputTokens + stepTokens,
    outputTokens: usage.outputTokens + Math.ceil(since / charactersInToken),
  };
}

/** Usage and cost of a run whose process is gone, from what its row tells; nothing where its call was not made. */
export async function usageSoFar(ctx: Ctx, row: RunColumns): Promise<Partial<RunOutcome>> {
  if (row.startedAt === null || row.inputTokens === null) return {};
  const { provider, model, inputTokens } = row;
  const outputTokens =
    row.outputTokens ??
    (await estimateUsage({ provider, model, messages: [] }, row.output + row.reasoning)).outputTokens;
  const usage = { inputTokens, outputTokens, estimated: true };
  const chosen = await chooseModel(ctx, row).catch(unlessRefused);
  const cost = chosen && (await costOfCall(chosen, usage, row.startedAt));
  return {
    outputTokens,
    usageEstimated: true,
    costMicroDollars: cost?.microDollars ?? null,
    priceVersion: cost?.priceVersion ?? null,
  };
}

/** A connection that was deleted since, or is no longer this person's, has no price that is known. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof DomainError) return undefined;
  throw error;
}
