import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { notify } from '../../../account/notifications/index.ts';
import { suiteRunDone } from '../notices.ts';
import type { SuiteRunRow } from '../repository/suite-runs.ts';

/** Whoever waits less than this is still there to see it. */
const longMs = 60_000;

/** Tells whoever started a long run that it is over, unless a person stopped it. */
export async function tellStarter(ctx: Ctx, run: SuiteRunRow): Promise<void> {
  const { id, startedBy, createdAt, endedAt, status, isGreen, isSpent, passed, total } = run;
  if (startedBy === null || endedAt === null || endedAt.getTime() - createdAt.getTime() <= longMs) return;
  if (status === 'stopped' && !isSpent) return;
  const end = isSpent ? 'spent' : status === 'failed' ? 'failed' : isGreen ? 'green' : 'red';
  await notify(ctx, {
    kind: suiteRunDone.kind,
    to: [startedBy],
    subject: { kind: 'suite_run', id },
    data: { end, passed, total },
    // One that was spent may go on, and end again.
    key: `${id} ${endedAt.toISOString()}`,
    by: null,
  });
}
