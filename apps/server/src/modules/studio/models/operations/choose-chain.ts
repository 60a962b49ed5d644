import { DomainError } from '@promptvault/contract/errors';
import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { openChain } from '../open.ts';
import { type ChosenModel, chooseModel } from './choose-model.ts';

/**
 * The first model of a chain, with those to fall back on. A connection that is gone leaves its place to the next.
 * @throws auth.forbidden, resource.not_found, model.chain_broken
 */
export async function chooseChain(ctx: Ctx, { chainId }: { chainId: string }): Promise<ChosenModel> {
  const { name, steps } = await openChain(ctx, { chainId }, 'model.use');
  const found = await Promise.all(
    steps.map((step) => chooseModel(ctx, step).catch((error: unknown) => unlessGone(error))),
  );
  const [first, ...fallbacks] = found.filter((model) => model !== undefined);
  if (!first) throw ConnectionError.chain_broken({ name });
  return { ...first, chainName: name, fallbacks };
}

function unlessGone(error: unknown): undefined {
  if (error instanceof DomainError && error.code === ResourceError.not_found.code) return undefined;
  throw error;
}
