import type { Ports } from '../../../../foundation/context/ctx.ts';
import { type DeadLetterRef, deleteDeadLetter, lockDeadLetter, markDeadLetter } from '../repository.ts';
import { toRecordedEvent } from './deliver-events.ts';
import { reasonOf } from './set-event-aside.ts';

/**
 * Gives an event that was set aside to its listener once more, after all that came since. Where it is taken the dead
 * letter is gone, in the same transaction; otherwise it says why not, and has one try more.
 * @returns false where there is no such dead letter
 */
export async function giveEventAgain(ports: Ports, ref: DeadLetterRef, listener: string): Promise<boolean> {
  const scope = { organizationId: ref.organizationId, job: `listener:${listener}`, onBehalfOf: null };
  const declared = ports.listeners.find(({ name }) => name === listener);
  try {
    return await ports.within(scope, async (ctx) => {
      const found = await lockDeadLetter(ctx.tx, ref);
      if (found?.letter.listener !== listener) return false;
      if (!declared) {
        await markDeadLetter(ctx.tx, ref, 'This version of the server has no such listener.');
        return true;
      }
      const event = toRecordedEvent(found.row);
      if ('handle' in declared) await declared.handle(ctx, event);
      else await declared.handleAll(ctx, [event]);
      await deleteDeadLetter(ctx.tx, ref);
      return true;
    });
  } catch (error) {
    ports.log.error('a listener failed once more at an event that was given again', {
      ...scope,
      listener,
      error,
    });
    await ports.within(scope, (ctx) => markDeadLetter(ctx.tx, ref, reasonOf(error)));
    return true;
  }
}
