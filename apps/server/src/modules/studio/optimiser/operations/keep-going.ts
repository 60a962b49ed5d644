import type { Services } from '../../../../foundation/module/define-module.ts';
import { findLostOptimisations } from '../repository/optimisations.ts';
import { optimiserEngineOf, optimiserStopTopic, silenceMs } from './optimiser-engine.ts';

const everyMs = 30_000;
const running = new WeakMap<Services['ports'], () => void>();

/** Goes on with those whose process is gone, first of all now, and hears stops meant for this process. */
export async function startGoing(services: Services): Promise<void> {
  const { db, ports } = services;
  const engine = optimiserEngineOf(ports);
  const unsubscribe = ports.bus.subscribe(optimiserStopTopic, (ids) => {
    for (const id of ids) engine.stop(id);
  });
  const look = async (silence: number) => {
    const since = new Date(ports.clock.now().getTime() - silence);
    const lost = await db.tenant({ organizationId: null, userId: null }, (tx) =>
      findLostOptimisations(tx, since),
    );
    for (const { organizationId, optimisationId } of lost)
      engine.launch(organizationId, optimisationId, since);
  };
  // Only one process opens an embedded database: whatever goes on there was left behind by an earlier one.
  await look(db.kind === 'embedded' ? -1 : silenceMs);
  const timer = setInterval(() => {
    look(silenceMs).catch((error) => ports.log.warn('lost optimisations could not be looked for', { error }));
  }, everyMs);
  timer.unref();
  running.set(ports, () => {
    clearInterval(timer);
    unsubscribe();
  });
}

export async function stopGoing({ ports }: Pick<Services, 'ports'>): Promise<void> {
  running.get(ports)?.();
  running.delete(ports);
  await optimiserEngineOf(ports).shutDown();
}
