import type { ModelUsage } from '@promptvault/wire/model-event';
import type { ModelListing } from '@promptvault/wire/read-listing';
import type { ConnectionRow, FactsRow } from '../repository.ts';
import type { Cost } from './price-table.ts';

/** A price without steps, in millionths of a dollar for a million tokens. */
export interface FlatPrice {
  input: number;
  output: number;
  cachedInput: number;
  /** Stored on runs: where it comes from, and of which day. */
  version: string;
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** What an organization entered itself. A price is whole or not there. */
export function ownPriceOf(facts: FactsRow): FlatPrice | null {
  const { inputMicroDollars: input, outputMicroDollars: output, cachedInputMicroDollars: cached } = facts;
  if (input === null || output === null) return null;
  const version = `own price of ${dayOf(facts.updatedAt)}, revision ${facts.revision}`;
  return { input, output, cachedInput: cached ?? input, version };
}

/** What a gateway tells with its list of models, as of the last test of the connection. */
export function listedPriceOf(
  listing: ModelListing | undefined,
  { testAt }: Pick<ConnectionRow, 'testAt'>,
): FlatPrice | null {
  if (!listing?.price || !testAt) return null;
  const { input, output } = listing.price;
  return { input, output, cachedInput: input, version: `as listed on ${dayOf(testAt)}` };
}

export function flatCostOf(price: FlatPrice, usage: ModelUsage): Cost {
  const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
  const million =
    (usage.inputTokens - cached) * price.input +
    cached * price.cachedInput +
    usage.outputTokens * price.output;
  return { microDollars: Math.round(million / 1_000_000), priceVersion: price.version };
}
