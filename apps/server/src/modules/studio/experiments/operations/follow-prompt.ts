import type { promptLabelMovedPayload } from '@promptvault/contract/vault/prompts/events';
import type * as z from 'zod';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { forgetExposures } from '../../../vault/prompts/index.ts';
import { eraseExperimentsOf, liveOn } from '../repository/experiments.ts';
import { endExperiment } from './end-experiment.ts';

const nothing = { by: null, metric: null, variant: null, note: '' };

/** Whoever moves a label decides what it means; an experiment on it is over with the move. */
export async function followLabelMove(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { label } = event.payload as z.output<typeof promptLabelMovedPayload>;
  for (const row of await liveOn(ctx, event.subject.id, label))
    await endExperiment(ctx, row, 'stopped', { ...nothing, reason: 'label_moved' });
}

/** With a prompt that is deleted its experiments stop. */
export async function followDeletion(ctx: Ctx, event: RecordedEvent): Promise<void> {
  for (const row of await liveOn(ctx, event.subject.id))
    await endExperiment(ctx, row, 'stopped', { ...nothing, reason: 'prompt_deleted' });
}

/** With a prompt that is erased go its experiments. */
export async function followPurge(ctx: Ctx, event: RecordedEvent): Promise<void> {
  for (const id of await eraseExperimentsOf(ctx, event.subject.id)) await forgetExposures(ctx, id);
}
