import type { Ports } from '../context/ctx.ts';
import { eventTopic } from './dispatch-events.ts';

type Waking = Pick<Ports, 'bus' | 'clock' | 'listeners' | 'log'>;

/** Types of events by organization, waiting to be told together. */
const gathered = new WeakMap<Waking['bus'], Map<string, Set<string>>>();

/** What nobody hears at once anyway is told so late, with all that comes meanwhile: a run tells of itself twice. */
const gatherMs = 100;

/** Says on the bus that the log of an organization grew. Never throws: a wake-up that is lost costs time, and no event. */
export function wakeListeners(ports: Waking, organizationId: string, type: string): void {
  const isAwaited = ports.listeners.some(
    ({ when, events, patienceMs }) =>
      when === 'after' && !patienceMs && events.some((event) => event.type === type),
  );
  if (isAwaited) void tell(ports, organizationId, [type]);
  else void gather(ports, organizationId, type);
}

async function gather(ports: Waking, organizationId: string, type: string): Promise<void> {
  const all = gathered.get(ports.bus) ?? new Map<string, Set<string>>();
  gathered.set(ports.bus, all);
  const known = all.get(organizationId);
  if (known) {
    known.add(type);
    return;
  }
  const types = new Set([type]);
  all.set(organizationId, types);
  await ports.clock.sleep(gatherMs);
  if (all.delete(organizationId)) await tell(ports, organizationId, [...types]);
}

/** Tells at once what waits to be told: the process ends. */
export async function tellGathered(ports: Waking): Promise<void> {
  const waiting = [...(gathered.get(ports.bus) ?? [])];
  gathered.get(ports.bus)?.clear();
  await Promise.all(waiting.map(([organizationId, types]) => tell(ports, organizationId, [...types])));
}

function tell({ bus, log }: Waking, organizationId: string, types: string[]): Promise<void> {
  return bus
    .publish(eventTopic, [organizationId, ...types])
    .catch((error) => log.warn('the bus could not wake the listeners', { error }));
}
