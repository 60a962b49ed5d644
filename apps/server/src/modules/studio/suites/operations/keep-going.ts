import type { Services } from '../../../../foundation/module/define-module.ts';
import { findLostSuiteRuns } from '../repository/suite-runs.ts';
import { silenceMs, suiteEngineOf, suiteStopTopic } from './suite-engine.ts';

const everyMs = 30_000;
const running = new WeakMap<Services['ports'], () => void>();

/** Goes on with runs whose process is gone, first of all now, and hears stops meant for this process. */
export async function startGoing(services: Services): Promise<void> {
  const { db, ports } = services;
  const engine = suiteEngineOf(ports);
  const unsubscribe = ports.bus.subscribe(suiteStopTopic, (ids) => {
    for (const id of ids) engine.stop(id);
  });
  const look = async (silence: number) => {
    const since = new Date(ports.clock.now().getTime() - silence);
    const lost = await db.tenant({ organizationId: null, userId: null }, (tx) =>
      findLostSuiteRuns(tx, since),
    );
    for (const { organizationId, suiteRunId } of lost) engine.launch(organizationId, suiteRunId, since);
  };
  // Only one process opens an embedded database: whatever goes on there was left behind by an earlier one.
  await look(db.kind === 'embedded' ? -1 : silenceMs);
  const timer = setInterval(() => {
    look(silenceMs).catch((error) => ports.log.warn('lost suites could not be looked for', { error }));
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
  await suiteEngineOf(ports).shutDown();
}
