import { type PointerEvent, useSyncExternalStore } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { formatMoment, formatRelative } from './format.ts';

/** One clock for all times on the page, so that a list of a thousand has one timer. */
const clock = (() => {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    listen(listener: () => void) {
      listeners.add(listener);
      timer ??= setInterval(tick, 20_000);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
})();

/** Written when somebody may want to read it: a long list would write hundreds that nobody does. */
const nameMoment = ({ currentTarget }: PointerEvent<HTMLTimeElement>) => {
  currentTarget.title = formatMoment(new Date(currentTarget.dateTime));
};

type RelativeTimeProps = { time: string | Date; className?: string };

/** `4 min ago`, with the exact time on hover. */
export function RelativeTime({ time, className }: RelativeTimeProps) {
  const now = useSyncExternalStore(clock.listen, clock.now);
  const date = typeof time === 'string' ? new Date(time) : time;
  return (
    <time dateTime={date.toISOString()} onPointerEnter={nameMoment} className={className}>
      {formatRelative(date, new Date(Math.max(now, Date.now() - 20_000))) ?? t('justNow')}
    </time>
  );
}
