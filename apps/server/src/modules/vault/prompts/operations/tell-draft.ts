/** What the processes tell each other about drafts and about who may see a prompt. */
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';

/** Bus topic: a draft was written; its message is [branch, revision]. */
export const draftTopic = 'draft.changed';
/** Bus topic: who may see or write a prompt may have changed; its message is [prompt]. */
export const accessTopic = 'prompt.access';

export function tellDraft({ bus, log }: Ports, draft: { branchId: string; revision: number }): void {
  bus
    .publish(draftTopic, [draft.branchId, String(draft.revision)])
    .catch((error) => log.warn('the bus could not tell of a draft', { error }));
}

/** After the commit, everyone who follows this prompt live is checked again. */
export function tellAccess(ctx: Ctx, promptId: string): void {
  const { bus, log } = ctx.ports;
  ctx.afterCommit(() => {
    bus
      .publish(accessTopic, [promptId])
      .catch((error) => log.warn('the bus could not tell of a prompt', { error }));
  });
}
