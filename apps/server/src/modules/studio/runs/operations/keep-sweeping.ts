import type { Services } from '../../../../foundation/module/define-module.ts';
import { engineOf, stopTopic } from './run-engine.ts';
import { silenceMs } from './run-writer.ts';
import { sweepLostRuns } from './sweep-lost-runs.ts';

const everyMs = 30_000;

const running = new WeakMap<Services['ports'], () => void>();

/** Hears stops meant for runs of this process, and looks for runs whose process is gone, first of all now. */
export async function startSweeping(services: Services): Promise<void> {
  const { db, ports } = services;
  const engine = engineOf(ports);
  const unsubscribe = ports.bus.subscribe(stopTopic, (runIds) => {
    for (const runId of runIds) engine.stop(runId);
  });
  const since = (silence: number) => new Date(ports.clock.now().getTime() - silence);
  // Only one process opens an embedded database: whatever is open there was left behind by an earlier one.
  await sweepLostRuns(services, since(db.kind === 'embedded' ? -1 : silenceMs));
  const timer = setInterval(() => {
    sweepLostRuns(services, since(silenceMs)).catch((error) =>
      ports.log.warn('lost runs could not be looked for', { error }),
    );
  }, everyMs);
  timer.unref();
  running.set(ports, () => {
    clearInterval(timer);
    unsubscribe();
  });
}

export function stopSweeping({ ports }: Pick<Services, 'ports'>): void {
  running.get(ports)?.();
  running.delete(ports);
}
