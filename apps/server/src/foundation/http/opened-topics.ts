/**
 * Whoever makes something and follows it at once need not have it opened a second time: what opening its topic would
 * answer is known from the transaction that made it. It is remembered for a moment, for one time, and only as long as
 * nobody's rights changed since that transaction began; then the topic is opened like any other.
 */
import type { Bus } from '../bus/bus.ts';
import type { Clock } from '../clock/clock.ts';

const keepMs = 10_000;
const mostKept = 1_000;

export interface OpenedTopic {
  organizationId: string;
  userId: string;
  /** With its subject, as it is subscribed to. */
  topic: string;
  opened: unknown;
}

export interface OpenedTopics {
  /** Asked before the transaction: rights that change from now on forget what it remembers. */
  now(): number;
  remember(one: OpenedTopic, since: number): void;
  /** Undefined where it must be opened. */
  take(who: Pick<OpenedTopic, 'organizationId' | 'userId'>, topic: string): unknown;
  close(): void;
}

export function createOpenedTopics({ bus, clock }: { bus: Bus; clock: Clock }): OpenedTopics {
  const kept = new Map<string, { opened: unknown; until: number }>();
  let changes = 0;
  const forget = () => {
    changes += 1;
    kept.clear();
  };
  const unsubscribe = [
    bus.subscribe('session.revoked', forget),
    bus.subscribe('membership.changed', forget),
    bus.onGap(forget),
  ];
  const keyOf = ({ organizationId, userId }: Pick<OpenedTopic, 'organizationId' | 'userId'>, topic: string) =>
    JSON.stringify([organizationId, userId, topic]);

  return {
    now: () => changes,
    remember(one, since) {
      if (since !== changes) return;
      kept.set(keyOf(one, one.topic), { opened: one.opened, until: clock.monotonic() + keepMs });
      // The order of the map is that of their ends.
      for (const [key, { until }] of kept) {
        if (kept.size <= mostKept && until > clock.monotonic()) break;
        kept.delete(key);
      }
    },
    take(who, topic) {
      const key = keyOf(who, topic);
      const found = kept.get(key);
      kept.delete(key);
      return found && found.until > clock.monotonic() ? found.opened : undefined;
    },
    close() {
      for (const one of unsubscribe) one();
      kept.clear();
    },
  };
}
