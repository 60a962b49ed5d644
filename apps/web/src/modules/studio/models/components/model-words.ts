import type { ConnectionProvider } from '@promptvault/contract/studio/models/shapes';
import { formatCompact, formatCost } from '../../../../ui/format.ts';
import type { Model } from '../api/models.ts';
import { t } from '../messages.ts';

export const abilityNames = ['vision', 'pdf', 'tools', 'schema', 'reasoning'] as const;

export const dollars = (microDollars: number | null) => (microDollars === null ? null : microDollars / 1e6);

/** What a million tokens cost, in a few words. */
export function priceText({ price, ai }: Pick<Model, 'price' | 'ai'>): string {
  if (!ai) return t('free');
  if (!price || (price.inputMicroDollars === null && price.outputMicroDollars === null))
    return t('priceUnknown');
  if (price.inputMicroDollars === 0 && price.outputMicroDollars === 0) return t('free');
  const input = formatCost(dollars(price.inputMicroDollars));
  const output = formatCost(dollars(price.outputMicroDollars));
  return t(price.tiered ? 'pricePairTiered' : 'pricePair', { input, output });
}

export const windowText = ({ contextWindow }: Pick<Model, 'contextWindow'>): string =>
  contextWindow === null ? t('windowUnknown') : t('window', { tokens: formatCompact(contextWindow) });

/** Dollars for so many input tokens, or null where no price is known. */
export function inputCost({ price }: Pick<Model, 'price'>, tokens: number): number | null {
  const each = price?.inputMicroDollars ?? null;
  return each === null ? null : (each * tokens) / 1e12;
}

export const providerName = (provider: ConnectionProvider): string => t(provider);
