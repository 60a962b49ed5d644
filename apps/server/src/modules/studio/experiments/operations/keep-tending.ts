import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Services } from '../../../../foundation/module/define-module.ts';
import { findExperimentsToTend } from '../repository/experiments.ts';
import { keptMs, tendExperiment } from './tend-experiment.ts';

const everyMs = 30_000;
/** After outcomes an experiment is looked at within this time, and not more often. */
const restMs = 1_000;

interface Watch {
  waiting: Set<string>;
  over: AbortController;
  timer?: NodeJS.Timeout;
}

const watches = new WeakMap<Ports, Watch>();

function watchOf(ports: Ports): Watch {
  const watch = watches.get(ports) ?? { waiting: new Set<string>(), over: new AbortController() };
  watches.set(ports, watch);
  return watch;
}

async function tend(ports: Ports, organizationId: string, experimentId: string): Promise<void> {
  const scope = { organizationId, job: 'studio/experiments.tend', onBehalfOf: null };
  await ports
    .within(scope, (ctx) => tendExperiment(ctx, experimentId))
    .catch((error: unknown) =>
      ports.log.warn('an experiment could not be tended', { error, experiment: experimentId }),
    );
}

/** Looks at an experiment soon. Should this process end before, the next round of any process looks at it. */
export function tendSoon(ports: Ports, organizationId: string, experimentId: string): void {
  const { waiting, over } = watchOf(ports);
  if (waiting.has(experimentId) || over.signal.aborted) return;
  waiting.add(experimentId);
  void ports.clock.sleep(restMs, over.signal).then(
    () => {
      waiting.delete(experimentId);
      return tend(ports, organizationId, experimentId);
    },
    () => undefined,
  );
}

/** One round over all experiments that go on, and those whose subjects are to be forgotten. */
export async function tendAll({ db, ports }: Services): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - keptMs);
  const found = await db.tenant({ organizationId: null, userId: null }, (tx) =>
    findExperimentsToTend(tx, before),
  );
  for (const { organizationId, experimentId } of found) await tend(ports, organizationId, experimentId);
}

export async function startTending(services: Services): Promise<void> {
  const { ports } = services;
  const watch = watchOf(ports);
  watch.timer = setInterval(() => {
    tendAll(services).catch((error: unknown) =>
      ports.log.warn('experiments could not be looked for', { error }),
    );
  }, everyMs);
  watch.timer.unref();
}

export async function stopTending({ ports }: Services): Promise<void> {
  const { timer, over } = watchOf(ports);
  clearInterval(timer);
  over.abort();
}
