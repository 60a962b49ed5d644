import { formatNumber } from '../../../../ui/format.ts';
import { strategyName } from '../../models/index.ts';
import { t } from '../messages.ts';
import type { RunDetail } from '../state/run-answer.ts';

/** The settings that were given, each with its name and value in words, in their order. */
export function givenSettings(settings: RunDetail['settings']): { name: string; value: string }[] {
  const { temperature, topP, maxOutputTokens, stop, seed } = settings;
  const { topK, frequencyPenalty, presencePenalty, reasoningEffort } = settings;
  const { minP, repetitionPenalty, reasoningTokens, logitBias, sampling } = settings;
  const all = [
    [t('samplingStrategy'), sampling && strategyName(sampling)],
    [t('temperature'), temperature],
    [t('topP'), topP],
    [t('maxOutputTokens'), maxOutputTokens === undefined ? undefined : formatNumber(maxOutputTokens)],
    [
      t('stopSequences'),
      stop && stop.length > 0 ? stop.map((each) => JSON.stringify(each)).join(' ') : undefined,
    ],
    [t('seed'), seed],
    [t('topK'), topK],
    [t('frequencyPenalty'), frequencyPenalty],
    [t('presencePenalty'), presencePenalty],
    [t('reasoningEffort'), reasoningEffort],
    [t('minP'), minP],
    [t('repetitionPenalty'), repetitionPenalty],
    [t('reasoningBudget'), reasoningTokens === undefined ? undefined : formatNumber(reasoningTokens)],
    [
      t('logitBias'),
      logitBias &&
        Object.entries(logitBias)
          .map(([token, added]) => `${token}: ${added}`)
          .join(', '),
    ],
  ] as const;
  return all.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: String(value) }]));
}
