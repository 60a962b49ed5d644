import type { ChipTone } from '../../../../ui/chip.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import type { Run, RunAnswer, RunStatus } from '../state/run-answer.ts';

export const statusText = (status: RunStatus): string => t(status);

export const statusTones: Record<RunStatus, ChipTone | 'off'> = {
  queued: 'off',
  running: 'accent',
  finished: 'ok',
  stopped: 'plain',
  failed: 'bad',
  interrupted: 'warn',
};

const reasons = {
  stop: () => t('reasonStop'),
  length: () => t('reasonLength'),
  content_filter: () => t('reasonFilter'),
  refusal: () => t('reasonRefusal'),
  tool_calls: () => t('reasonTools'),
  interrupted: () => t('reasonInterrupted'),
};

export const finishText = (reason: string | null): string | undefined =>
  reason === null ? undefined : (reasons[reason as keyof typeof reasons] ?? (() => t('reasonOther')))();

export const outcomeWords: Record<NonNullable<RunAnswer['outcome']>['kind'], () => string> = {
  valid: () => t('formValid'),
  repaired: () => t('formRepaired'),
  invalid: () => t('formInvalid'),
  unchecked: () => t('formUnchecked'),
};

export const costOf = ({ cost }: Pick<RunAnswer, 'cost'>): number | null =>
  cost === null ? null : cost.microDollars / 1e6;

export const costText = (answer: Pick<RunAnswer, 'cost'>): string => formatCost(costOf(answer));

/** The prompt as it was run: its title with the version, or that it was a draft. */
export function promptText({
  promptTitle,
  versionNumber,
}: Pick<Run, 'promptTitle' | 'versionNumber'>): string {
  if (promptTitle === null) return t('loosePrompt');
  return versionNumber === null
    ? t('draftOf', { title: promptTitle })
    : t('promptVersion', { title: promptTitle, number: String(versionNumber) });
}

/** Tokens a second once the first had come. */
export function speedOf({ usage, durationMs, timeToFirstTokenMs }: RunAnswer): number | null {
  if (!usage || durationMs === null || timeToFirstTokenMs === null) return null;
  const seconds = (durationMs - timeToFirstTokenMs) / 1000;
  return seconds > 0.05 ? Math.round(usage.outputTokens / seconds) : null;
}
