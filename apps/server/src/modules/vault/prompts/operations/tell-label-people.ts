import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { notify } from '../../../account/notifications/index.ts';
import { labelDecided, labelRequested } from '../notices.ts';
import { tellLabelRequests } from './follow-label-requests.ts';
import { labelApprovers } from './members-who-may.ts';

interface Asked {
  id: string;
  label: string;
  proposedBy: string | null;
}

/** Tells whoever may approve the move; those who do not see the prompt are shown nothing of it. */
export async function tellApprovers(ctx: Ctx, { id, label }: Asked): Promise<void> {
  await notify(ctx, {
    kind: labelRequested.kind,
    to: await labelApprovers(ctx),
    subject: { kind: 'labelRequest', id },
    data: { label },
    key: id,
  });
  tellLabelRequests(ctx);
}

/** Tells whoever asked what became of it. */
export async function tellProposer(
  ctx: Ctx,
  { id, label, proposedBy }: Asked,
  status: 'moved' | 'approved' | 'rejected' | 'stale',
): Promise<void> {
  await notify(ctx, {
    kind: labelDecided.kind,
    to: proposedBy === null ? [] : [proposedBy],
    subject: { kind: 'labelRequest', id },
    data: { label, status },
  });
  tellLabelRequests(ctx);
}
