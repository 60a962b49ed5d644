/** What an optimisation that goes on does: the work that the engine of long work drives. */
import { DomainError } from '@promptvault/contract/errors';
import { gaveUp, type LongWork } from '../../../../foundation/jobs/long-work.ts';
import { isBudgetCode, stopRunById } from '../../runs/index.ts';
import { createPatience } from '../../suites/index.ts';
import {
  findLostOptimisations,
  type OptimisationRow,
  takeOptimisation,
  touchOptimisation,
} from '../repository/optimisations.ts';
import { concludeOptimisation } from './conclude.ts';
import { originalOf } from './original-of.ts';
import { Aborted, Ending, stoppedByPerson } from './running.ts';
import { work } from './work.ts';

export const optimiserWork: LongWork<OptimisationRow> = {
  name: 'studio/optimiser.work',
  take: takeOptimisation,
  touch: touchOptimisation,
  findLost: findLostOptimisations,
  async drive(row, { ports, organizationId, signal, why }) {
    const scope = { organizationId, job: optimiserWork.name, onBehalfOf: row.startedBy };
    const calling = new Set<string>();
    let end: Ending | undefined;
    try {
      const original = await ports.within(scope, (ctx) => originalOf(ctx, row));
      await work({ ports, row, scope, signal, calling, original, patience: createPatience(ports) });
    } catch (error) {
      end = endingOf(error);
    }
    if (why() === 'shutdown') return;
    for (const runId of calling) stopRunById(ports, organizationId, runId);
    const told = why() === 'stop' ? new Ending('person', stoppedByPerson) : end;
    if (told) await concludeOptimisation(ports, row, told, row.processId);
  },
  giveUp: (row, ports) => concludeOptimisation(ports, row, new Ending('fault', gaveUp), row.processId),
};

/** What the work ended with; what nobody foresaw leaves it running, to be gone on with. */
function endingOf(error: unknown): Ending | undefined {
  if (error instanceof Ending) return error;
  if (error instanceof Aborted) return undefined;
  if (error instanceof DomainError)
    return new Ending(isBudgetCode(error.code) ? 'budget' : 'fault', error.message);
  throw error;
}
