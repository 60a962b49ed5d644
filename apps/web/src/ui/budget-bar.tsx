import { uiText as t } from '../messages/interface-text.ts';
import { type BudgetPart, measureBudget } from './budget.ts';
import { classes } from './classes.ts';
import { formatTokens } from './format.ts';

type BudgetBarProps = {
  parts: readonly BudgetPart[];
  limit?: number;
  /** Kept free for what comes after: shown behind the parts. */
  reserve?: number;
  estimated?: boolean;
  /** The bar alone, for rows and narrow places. */
  bare?: boolean;
  className?: string;
};

const hues = ['bg-s1', 'bg-s2', 'bg-s3', 'bg-s4', 'bg-s5', 'bg-s7', 'bg-s6', 'bg-s8'];
const states = { fits: 'text-ink', tight: 'text-warn', over: 'text-bad' };

/** A thin bar: one coloured segment a part, the limit at its end (or as a line, when it is passed). */
export function BudgetBar({ parts, limit, reserve = 0, estimated, bare, className }: BudgetBarProps) {
  const budget = measureBudget(parts, limit);
  const used = formatTokens(budget.used, estimated);
  const summary =
    limit === undefined
      ? t('tokens', { count: budget.used })
      : t('ofTokens', { used, limit: formatTokens(limit) });
  return (
    <div className={classes('flex min-w-0 items-center gap-3 text-12', className)}>
      {!bare && (
        <span className="shrink-0 text-ink-2 tabular">
          <b className={classes('font-semibold', states[budget.state])}>{used}</b>
          {limit !== undefined && ` / ${formatTokens(limit)}`}
        </span>
      )}
      <div
        role="img"
        aria-label={describe(summary, budget.parts, reserve)}
        className="relative h-1.5 min-w-8 flex-1"
      >
        <div className="flex h-full gap-px overflow-hidden rounded-full bg-press">
          {budget.parts.map((part, index) => (
            <span
              key={part.id}
              title={t('sectionTokens', { label: part.label, tokens: formatTokens(part.tokens, estimated) })}
              style={{ width: `${part.share * 100}%` }}
              className={classes('min-w-0.5 transition-[width]', hues[index % hues.length])}
            />
          ))}
        </div>
        {reserve > 0 && limit !== undefined && budget.over === 0 && (
          <span
            title={t('reserved', { tokens: formatTokens(reserve) })}
            className="absolute inset-y-0 border-l border-ink-3 bg-ink-3/40"
            style={{
              left: `${(budget.used / limit) * 100}%`,
              width: `${Math.min(1 - budget.used / limit, reserve / limit) * 100}%`,
            }}
          />
        )}
        {budget.over > 0 && (
          <>
            <span
              className="absolute inset-y-0 right-0 rounded-r-full bg-bad-solid"
              style={{ left: `${budget.limitAt * 100}%` }}
            />
            <span
              className="absolute -inset-y-1 w-0.5 bg-bad"
              style={{ left: `calc(${budget.limitAt * 100}% - 1px)` }}
            />
          </>
        )}
      </div>
      {!bare && budget.over > 0 && (
        <span className="shrink-0 font-medium text-bad tabular">
          {t('overLimit', { count: budget.over })}
        </span>
      )}
    </div>
  );
}

const describe = (summary: string, parts: readonly BudgetPart[], reserve: number) =>
  [
    summary,
    ...parts.map(({ label, tokens }) => t('sectionTokens', { label, tokens: formatTokens(tokens) })),
    ...(reserve > 0 ? [t('reserved', { tokens: formatTokens(reserve) })] : []),
  ].join('. ');
