import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import type { FactsRow } from '../repository.ts';

type Price = Partial<Pick<FactsRow, 'inputMicroDollars' | 'outputMicroDollars' | 'cachedInputMicroDollars'>>;

/** With one side missing, what a run costs would be a guess. @throws model.price_incomplete */
export function refuseHalfPrice({
  inputMicroDollars: input = null,
  outputMicroDollars: output = null,
  cachedInputMicroDollars: cached = null,
}: Price): void {
  if ((input === null) !== (output === null) || (cached !== null && input === null))
    throw ConnectionError.price_incomplete();
}
