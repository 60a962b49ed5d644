import { echoModel } from '@promptvault/contract/studio/models/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { visible } from '../policy.ts';
import { type ConnectionRow, listConnectionRows } from '../repository.ts';

export interface ModelWish {
  /** Whose model it is, as far as that is known: a provider's or a gateway's name. */
  provider: string;
  model: string;
}

type Matched = { connectionId: string | null; model: string };

/**
 * Finds the models here that another tool's configuration means, among the connections the actor sees: of the
 * same provider, where its list has the model or it has no list yet; else any that lists it, as gateways do
 * with the maker before the name. Personal connections come last.
 */
export async function matchModels(ctx: Ctx): Promise<(wish: ModelWish) => Matched | undefined> {
  const rows = await listConnectionRows(ctx.tx, ctx.organizationId, visible(ctx.actor));
  const connections = [...rows].sort((a, b) => Number(a.ownerId !== null) - Number(b.ownerId !== null));
  const lists = ({ listed }: ConnectionRow, model: string) => listed.some(({ id }) => id === model);
  return ({ provider, model }) => {
    if (provider === echoModel) return { connectionId: null, model: echoModel };
    const own = connections.find(
      (one) => one.provider === provider && (one.listed.length === 0 || lists(one, model)),
    );
    if (own) return { connectionId: own.id, model };
    for (const name of [model, `${provider}/${model}`]) {
      const any = connections.find((one) => lists(one, name));
      if (any) return { connectionId: any.id, model: name };
    }
    const same = connections.find((one) => one.provider === provider && provider !== 'openai_compatible');
    return same && { connectionId: same.id, model };
  };
}
