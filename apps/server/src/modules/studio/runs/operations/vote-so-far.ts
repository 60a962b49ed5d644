/** The vote of a run whose process died: its samples are rows of their own, and what they answered is there. */
import { DomainError } from '@promptvault/contract/errors';
import type { Settings } from '@promptvault/document';
import type { SelfConsistency } from '@promptvault/document/techniques';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  findInput,
  findRunState,
  type RunColumns,
  type RunOutcome,
  type RunRow,
} from '../repository/runs.ts';
import { speakerOf, voteOf } from './ask-several.ts';
import { findDocument } from './read-source.ts';
import { sourceOf } from './send-again.ts';

/**
 * Counted by the rule of its prompt, as its author reads it now. Where every sample answered, the run is as finished
 * as if its process had lived; nothing is known of a run that asked nobody.
 */
export async function voteSoFar(
  ctx: Ctx,
  run: RunColumns,
  parts: readonly RunRow[],
): Promise<Partial<RunOutcome>> {
  const samples = parts
    .filter(({ kind }) => kind === 'vote')
    .toSorted((a, b) => a.sampleIndex - b.sampleIndex)
    .map(({ id }) => id);
  const known = samples.length > 0 ? await ruleOf(ctx, run) : undefined;
  if (!known) return {};
  const rows = new Map<string, RunColumns>();
  for (const id of samples) {
    const row = await findRunState(ctx.tx, ctx.organizationId, id);
    if (row) rows.set(id, row);
  }
  const vote = voteOf(samples, rows, known);
  const techniqueResult = { pairs: run.techniqueResult?.pairs ?? null, vote };
  const speaker = speakerOf(
    samples.map((id) => rows.get(id)),
    vote.winner,
  );
  const all =
    samples.length === known.plan.samples && [...rows.values()].every(({ status }) => status === 'finished');
  if (!all || !speaker) return { techniqueResult };
  const { output, reasoning } = speaker.row;
  return { techniqueResult, status: 'finished', finishReason: speaker.finishReason, output, reasoning };
}

async function ruleOf(
  ctx: Ctx,
  run: RunColumns,
): Promise<{ settings: Settings; plan: SelfConsistency } | undefined> {
  const input = await findInput(ctx.tx, ctx.organizationId, run.inputId);
  if (!input) return undefined;
  try {
    const { document } = await findDocument(ctx, sourceOf(run, input));
    const plan = document.techniques?.selfConsistency;
    return plan && { settings: input.settings, plan };
  } catch (error) {
    // The author no longer sees the prompt.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
