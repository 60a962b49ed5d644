import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { type LabelRow, labelsOf } from '../repository/labels.ts';

export interface PromptLabels {
  /** The version `latest` means; null before the first. */
  latest: number | null;
  rows: LabelRow[];
}

export async function listLabels(ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<PromptLabels> {
  return { latest: prompt.head?.number ?? null, rows: await labelsOf(ctx, [prompt.id]) };
}
