import type { Clock } from './clock.ts';
import type { ModelCall } from './model-event.ts';

export type EndOfPatience = 'stopped' | 'no-first-token' | 'silent';

export type SilenceWatch = {
  /** Why the call must end, once it must. */
  ended: EndOfPatience | undefined;
  /** Called once, at the moment `ended` is set. */
  onEnd: () => void;
  /** A part of the answer arrived. */
  heard(partType: string): void;
  close(): void;
};

const tokens = new Set([
  'text-delta',
  'reasoning-delta',
  'tool-call',
  'tool-input-start',
  'tool-input-delta',
]);

/** Said to a sleep that is over early: a reason of its own would be made with its stack, for nobody. */
const awake = 'awake';

/** Ends a call when it is stopped, when its first token is late, or when it falls silent after that. */
export function watchSilence(
  call: Pick<ModelCall, 'signal' | 'firstTokenTimeoutMs' | 'idleTimeoutMs'>,
  clock: Clock,
): SilenceWatch {
  const started = clock.monotonic();
  let lastHeard: number | undefined;
  let nap = new AbortController();
  let open = true;

  const watch: SilenceWatch = {
    ended: call.signal.aborted ? 'stopped' : undefined,
    onEnd: () => undefined,
    heard(partType) {
      if (lastHeard === undefined) {
        if (!tokens.has(partType)) return;
        // The idle limit may be far shorter than what is left of the first one.
        nap.abort(awake);
      }
      lastHeard = clock.monotonic();
    },
    close() {
      open = false;
      nap.abort(awake);
      call.signal.removeEventListener('abort', stop);
    },
  };
  const end = (why: EndOfPatience) => {
    if (!open || watch.ended) return;
    watch.ended = why;
    watch.onEnd();
  };
  const stop = () => end('stopped');
  call.signal.addEventListener('abort', stop, { once: true });

  void (async () => {
    while (open && !watch.ended) {
      const deadline =
        lastHeard === undefined ? started + call.firstTokenTimeoutMs : lastHeard + call.idleTimeoutMs;
      const left = deadline - clock.monotonic();
      if (left <= 0) return end(lastHeard === undefined ? 'no-first-token' : 'silent');
      nap = new AbortController();
      // Woken early only to look at the deadline again.
      await clock.sleep(left, nap.signal).catch(() => undefined);
    }
  })();
  return watch;
}
