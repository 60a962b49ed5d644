import type { Ports } from '../../../../foundation/context/ctx.ts';
import { readPurse } from '../../runs/index.ts';
import { OptimisationEnded } from '../events.ts';
import { listCandidates } from '../repository/candidates.ts';
import { endOptimisation, type OptimisationRow } from '../repository/optimisations.ts';
import type { Ending } from './running.ts';
import { tellOptimisations } from './tell-followers.ts';

const statusOf = { budget: 'stopped', person: 'stopped', fault: 'failed' } as const;

/** Ends it, and tells the log. */
export async function concludeOptimisation(
  ports: Ports,
  { id, organizationId, promptId, purseId }: OptimisationRow,
  { end, message }: Ending,
): Promise<void> {
  const status = end in statusOf ? statusOf[end as keyof typeof statusOf] : 'finished';
  await ports.within({ organizationId, job: 'studio/optimiser.end', onBehalfOf: null }, async (ctx) => {
    const written = await endOptimisation(ctx, id, {
      status,
      end,
      reason: message,
      endedAt: ctx.clock.now(),
    });
    if (!written) return;
    const candidates = (await listCandidates(ctx, id)).filter(({ number }) => number > 0).length;
    const microDollars = (await readPurse(ctx, purseId))?.spentMicroDollars ?? 0;
    tellOptimisations(ctx, id);
    await ctx.emit(
      OptimisationEnded,
      { kind: 'optimisation', id },
      { promptId, status, end, candidates, microDollars },
    );
  });
}
