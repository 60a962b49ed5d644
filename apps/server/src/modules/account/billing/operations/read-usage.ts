import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import type { Member, Organization } from '../../organizations/index.ts';
import { type LimitRow, listLimitRows } from '../repository.ts';
import { type Allowance, requestOf, toAllowance } from './count-use.ts';
import { selfHosted } from './plan-limits.ts';
import { type CountedWindow, placesOf, windowsOf } from './which-limits.ts';

export interface UsageNow {
  counted: Allowance[];
  runsAtOnce: { organization: number; person: number };
  /** Names of the connections that the reader sees. */
  names: ReadonlyMap<string, string>;
}

interface Asked {
  organizationId: string;
  windows: CountedWindow[];
  runsAtOnce: UsageNow['runsAtOnce'];
  names: ReadonlyMap<string, string>;
}

/** What one used, and the organization with one. */
export const getUsage = (outside: Outside<Authorized<Organization, 'usage.read'>>): Promise<UsageNow> =>
  readUsage(outside.ports, () => outside.transaction((ctx) => ask(ctx, personOf(ctx.actor))));

/** What a member used. */
export const getMemberUsage = (outside: Outside<Authorized<Member, 'limit.manage'>>): Promise<UsageNow> =>
  readUsage(outside.ports, () => outside.transaction((ctx, member) => ask(ctx, member.userId)));

async function ask(ctx: Ctx, userId: string | null): Promise<Asked> {
  const rules = await listLimitRows(ctx.tx, ctx.organizationId);
  const user = { userId, address: null };
  const subjectsOf = (scope: LimitRow['scope']) =>
    rules.filter((rule) => rule.scope === scope && rule.subject !== '').map(({ subject }) => subject);
  const names = await namesOfConnections(ctx, subjectsOf('connection'));
  // What is counted of a connection that one does not see is not one's to read.
  const targets = [
    ...[...names.keys()].map((connectionId) => ({ connectionId, model: '' })),
    ...subjectsOf('model').map((model) => ({ connectionId: null, model })),
  ];
  const most = (scope: 'organization' | 'person') =>
    placesOf(selfHosted, rules, user).find((place) => place.scope === scope)?.limit ?? 0;
  return {
    organizationId: ctx.organizationId,
    windows: windowsOf(selfHosted, rules, { user, targets, measures: ['run', 'upload'] }).filter(
      ({ scope, measure }) => measure === 'run' || scope === 'organization' || scope === 'person',
    ),
    runsAtOnce: { organization: most('organization'), person: most('person') },
    names,
  };
}

/** Of those that the actor sees. */
export async function namesOfConnections(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    ids.map(
      async (id) => [id, (await ctx.ports.subjects.find(ctx, { kind: 'connection', id }))?.title] as const,
    ),
  );
  return new Map(found.flatMap(([id, title]) => (title === undefined ? [] : [[id, title]])));
}

/** Only looks; outside a transaction, since the limits may stand on another server. */
async function readUsage({ limits }: Ports, asking: () => Promise<Asked>): Promise<UsageNow> {
  const { organizationId, windows, runsAtOnce, names } = await asking();
  const { decisions } = await limits.takeAll(
    windows.map((window) => requestOf({ organizationId }, window, 0)),
  );
  const counted = windows.flatMap((window, index) => {
    const decision = decisions[index];
    return decision ? [toAllowance(window, decision)] : [];
  });
  return { counted, runsAtOnce, names };
}
