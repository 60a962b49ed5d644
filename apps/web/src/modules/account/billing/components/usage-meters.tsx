import { Button } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { formatMoment, formatNumber } from '../../../../ui/format.ts';
import type { Counter } from '../api/usage.ts';
import { u } from '../messages.ts';
import type { Resettable } from './reset-dialog.tsx';

type UsageMetersProps = {
  counters: readonly Counter[];
  /** Says of each what it is of: for those that are not all of one. */
  named?: boolean;
  onReset?: ((what: Resettable) => void) | undefined;
};

/** One bar a window. */
export function UsageMeters({ counters, named, onReset }: UsageMetersProps) {
  return (
    <ul className="grid max-w-140 gap-5">
      {counters.map((counter) => (
        <UsageMeter
          key={`${counter.scope} ${counter.connectionId} ${counter.model} ${counter.measure} ${counter.window}`}
          counter={counter}
          named={named}
          onReset={onReset}
        />
      ))}
    </ul>
  );
}

const tones = { ok: 'bg-ok-solid', near: 'bg-warn-solid', close: 'bg-bad-solid', full: 'bg-bad-solid' };

const nameOf = ({ scope, name, model }: Counter) =>
  scope === 'connection'
    ? u('ofConnection', { name: name ?? u('gone') })
    : u('ofModel', { name: model ?? '' });

function UsageMeter({
  counter,
  named,
  onReset,
}: { counter: Counter } & Pick<UsageMetersProps, 'named' | 'onReset'>) {
  const { measure, window, used, limit, level, resetAt, connectionId, model } = counter;
  const label = u(`${measure}_${window}`);
  const words = u('usedOf', { used: formatNumber(used), limit: formatNumber(limit) });
  const name = nameOf(counter);
  return (
    <li>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 font-medium break-words">
          {named && <span>{name} · </span>}
          {label}
        </h3>
        <span className="text-ink-2 tabular">{words}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a meter element cannot take our colours in every browser */}
      <div
        role="meter"
        aria-label={named ? `${name}, ${label}` : label}
        aria-valuetext={words}
        aria-valuemin={0}
        aria-valuemax={Math.max(limit, used, 1)}
        aria-valuenow={used}
        className="flex h-1.5 overflow-hidden rounded-full bg-press"
      >
        <span
          className={classes('transition-[width]', tones[level])}
          style={{ width: `${limit === 0 ? 100 : Math.min(100, (used / limit) * 100)}%` }}
        />
      </div>
      {(used > 0 || level === 'full') && (
        <div className="mt-1 flex items-center justify-between gap-3 text-12 text-ink-3">
          <span>
            {level === 'full' && <span className="text-bad">{u('full')} </span>}
            {(level === 'near' || level === 'close') && <span className="text-warn">{u('nearly')} </span>}
            {used > 0 && u('back', { time: formatMoment(new Date(resetAt)) })}
          </span>
          {onReset && (
            <Button
              size="small"
              kind="quiet"
              aria-label={u('resetOf', { name })}
              onClick={() =>
                onReset({ name, body: connectionId ? { connectionId } : { model: model ?? '' } })
              }
            >
              {u('reset')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
