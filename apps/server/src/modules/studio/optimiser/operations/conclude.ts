import type { Ports } from '../../../../foundation/context/ctx.ts';
import { notify } from '../../../account/notifications/index.ts';
import { readPurse } from '../../runs/index.ts';
import { OptimisationEnded } from '../events.ts';
import { optimisationDone } from '../notices.ts';
import { listCandidates } from '../repository/candidates.ts';
import { endOptimisation, type OptimisationRow } from '../repository/optimisations.ts';
import type { Ending } from './running.ts';
import { tellOptimisations } from './tell-followers.ts';

const statusOf = { budget: 'stopped', person: 'stopped', fault: 'failed' } as const;

/**
 * Ends it, tells the log, and whoever started it unless a person stopped it. A process that concludes its own work says
 * which it is: nothing is ended that another has taken from it. Null where a person ends it.
 */
export async function concludeOptimisation(
  ports: Ports,
  { id, organizationId, promptId, purseId }: OptimisationRow,
  { end, message }: Ending,
  owner: string | null,
): Promise<void> {
  const status = end in statusOf ? statusOf[end as keyof typeof statusOf] : 'finished';
  await ports.within({ organizationId, job: 'studio/optimiser.end', onBehalfOf: null }, async (ctx) => {
    const endedAt = ctx.clock.now();
    const written = await endOptimisation(ctx, id, owner, { status, end, reason: message, endedAt });
    if (!written) return;
    const candidates = (await listCandidates(ctx, id)).filter(({ number }) => number > 0).length;
    const microDollars = (await readPurse(ctx, purseId))?.spentMicroDollars ?? 0;
    tellOptimisations(ctx, id);
    await ctx.emit(
      OptimisationEnded,
      { kind: 'optimisation', id },
      { promptId, status, end, candidates, microDollars },
    );
    if (written.startedBy === null || end === 'person') return;
    await notify(ctx, {
      kind: optimisationDone.kind,
      to: [written.startedBy],
      subject: { kind: 'optimisation', id },
      data: {
        end: end === 'budget' ? 'spent' : end === 'fault' ? 'failed' : 'finished',
        rewrites: candidates,
      },
      // One that was spent may go on, and end again.
      key: `${id} ${endedAt.toISOString()}`,
      by: null,
    });
  });
}
