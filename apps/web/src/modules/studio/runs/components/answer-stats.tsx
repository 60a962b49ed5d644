import {
  formatCost,
  formatDuration,
  formatMoment,
  formatNumber,
  formatTokens,
} from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import { isOver, type RunAnswer } from '../state/run-answer.ts';
import { costOf, finishText, outcomeWords, statusText } from './run-words.ts';

/** The numbers of an answer in one line: first token, tokens, cost, duration, and how it stands. */
type AnswerStatsProps = {
  answer: RunAnswer;
  /** Millionths of a dollar of all runs that belong to the answer. */
  total?: number | null;
  /** When an answer from the cache was given first. */
  cachedAt?: string | undefined;
};

export function AnswerStats({ answer, total = null, cachedAt }: AnswerStatsProps) {
  const { status, usage, timeToFirstTokenMs, durationMs, finishReason, outcome } = answer;
  const over = isOver(status);
  const cost = costOf(answer);
  const facts = [
    cachedAt !== undefined && t('fromCache'),
    cachedAt === undefined &&
      timeToFirstTokenMs !== null &&
      t('toFirst', { time: formatDuration(timeToFirstTokenMs) }),
    usage
      ? t('tokensOut', {
          count: usage.outputTokens,
          written: formatTokens(usage.outputTokens, usage.estimated),
        })
      : !over &&
        answer.text !== '' &&
        t('characters', { count: answer.text.length, written: formatNumber(answer.text.length) }),
    durationMs !== null && formatDuration(durationMs),
    over &&
      (status === 'finished' || cost !== null) &&
      (cost === null ? total === null && t('costUnknown') : formatCost(cost)),
    over &&
      total !== null &&
      total !== (answer.cost?.microDollars ?? 0) &&
      t('costInAll', { cost: formatCost(total / 1e6) }),
    outcome && outcomeWords[outcome.kind](),
    status === 'finished' ? finishReason !== 'stop' && finishText(finishReason) : statusText(status),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return (
    <p
      className="flex flex-wrap gap-x-3 text-12 text-ink-3 tabular"
      title={
        cachedAt === undefined
          ? title(answer)
          : t('fromCacheSince', { time: formatMoment(new Date(cachedAt)) })
      }
    >
      {facts.map((fact) => (
        <span key={fact} className="whitespace-nowrap">
          {fact}
        </span>
      ))}
    </p>
  );
}

const title = ({ usage }: RunAnswer) =>
  usage ? `${t('inputTokens')}: ${formatNumber(usage.inputTokens)}` : undefined;
