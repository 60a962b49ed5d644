import { LimitError } from '@promptvault/contract/account/billing/errors';
import type {
  createLimitBody,
  LimitNumbers,
  updateLimitBody,
} from '@promptvault/contract/account/billing/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import { isOperator } from '../../identity/index.ts';
import { namePeople, type Organization, openMember } from '../../organizations/index.ts';
import { limitChangedEvent, limitRemovedEvent } from '../events.ts';
import { deleteLimitRow, insertLimit, type LimitRow, listLimitRows, updateLimitRow } from '../repository.ts';
import { selfHosted } from './plan-limits.ts';
import { namesOfConnections } from './read-usage.ts';

const mostLimits = 200;

export interface ShownLimits {
  rows: LimitRow[];
  people: Awaited<ReturnType<typeof namePeople>>;
  connections: ReadonlyMap<string, string>;
}

export async function listLimits(
  ctx: Ctx,
  _organization: Authorized<Organization, 'usage.read'>,
): Promise<ShownLimits> {
  return shown(ctx, await listLimitRows(ctx.tx, ctx.organizationId));
}

async function shown(ctx: Ctx, rows: LimitRow[]): Promise<ShownLimits> {
  const of = (scope: LimitRow['scope']) =>
    rows.filter((row) => row.scope === scope && row.subject !== '').map(({ subject }) => subject);
  const people = await namePeople(ctx, of('person'));
  return { rows, people, connections: await namesOfConnections(ctx, of('connection')) };
}

const names = ['runsAnHour', 'runsADay', 'runsAtOnce', 'uploadsAnHour', 'uploadsADay'] as const;

export function numbersOf(from: Partial<LimitNumbers>, before?: LimitNumbers): LimitNumbers {
  const numbers = names.map((name) => [
    name,
    from[name] === undefined ? (before?.[name] ?? null) : from[name],
  ]);
  return Object.fromEntries(numbers) as LimitNumbers;
}

/** What of it is above the plan, so that only the operator may say it. */
export function abovePlan(
  scope: LimitRow['scope'],
  numbers: LimitNumbers,
  before?: LimitNumbers,
): number | undefined {
  if (scope === 'connection' || scope === 'model') return undefined;
  for (const name of names) {
    const [number, most] = [numbers[name], selfHosted[scope][name]];
    // What the operator has raised stays when something else is changed.
    if (number !== null && most !== null && number > Math.max(most, before?.[name] ?? 0)) return most;
  }
  return undefined;
}

/** Who claimed the instance is written outside the organization: it is asked before the transaction. */
async function operatorOf<T>(outside: Outside<T>, ports: Ports): Promise<boolean> {
  const userId = await outside.transaction(async (ctx) => personOf(ctx.actor));
  return userId !== null && isOperator(ports, userId);
}

/** @throws limit.exists, limit.above_plan, limit.too_many, resource.not_found */
export async function createLimit(
  outside: Outside<Authorized<Organization, 'limit.manage'>>,
  input: z.output<typeof createLimitBody>,
): Promise<ShownLimits> {
  const byOperator = await operatorOf(outside, outside.ports);
  return outside.transaction(async (ctx) => {
    const { scope } = input;
    const numbers = numbersOf(input);
    const most = abovePlan(scope, numbers);
    if (most !== undefined && !byOperator) throw LimitError.above_plan({ most });
    const subject = await subjectOf(ctx, input);
    const { organizationId } = ctx;
    const known = await listLimitRows(ctx.tx, organizationId);
    const same = known.find((row) => row.scope === scope && row.subject === subject);
    if (same) throw LimitError.exists({ limitId: same.id });
    if (known.length >= mostLimits) throw LimitError.too_many({ most: mostLimits });
    const at = ctx.clock.now();
    const made = {
      organizationId,
      id: ctx.newId(),
      scope,
      subject,
      ...numbers,
      createdAt: at,
      updatedAt: at,
    };
    const row = await insertLimit(ctx.tx, made);
    if (!row) throw LimitError.exists({ limitId: '' });
    await told(ctx, row, byOperator);
    return shown(ctx, [row]);
  });
}

async function subjectOf(
  ctx: Ctx,
  { memberId, connectionId, model }: z.output<typeof createLimitBody>,
): Promise<string> {
  if (memberId !== undefined) return (await openMember(ctx, { memberId }, 'limit.manage')).userId;
  if (connectionId !== undefined)
    await ctx.ports.subjects.open(ctx, { kind: 'connection', id: connectionId });
  return connectionId ?? model ?? '';
}

/** @throws request.stale, limit.above_plan */
export async function updateLimit(
  outside: Outside<Authorized<LimitRow, 'limit.manage'>>,
  {
    revision,
    limitId: _id,
    ...input
  }: z.output<typeof updateLimitBody> & { revision: number; limitId: string },
): Promise<ShownLimits> {
  const byOperator = await operatorOf(outside, outside.ports);
  return outside.transaction(async (ctx, row) => {
    const numbers = numbersOf(input, row);
    const most = abovePlan(row.scope, numbers, row);
    if (most !== undefined && !byOperator) throw LimitError.above_plan({ most });
    const changed = await updateLimitRow(ctx.tx, row, revision, { ...numbers, updatedAt: ctx.clock.now() });
    if (!changed) throw RequestError.stale({ current: row.revision });
    await told(ctx, changed, byOperator);
    return shown(ctx, [changed]);
  });
}

/** @throws request.stale */
export async function deleteLimit(
  ctx: Ctx,
  row: Authorized<LimitRow, 'limit.manage'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteLimitRow(ctx.tx, row, revision))) throw RequestError.stale({ current: row.revision });
  const { scope, subject } = row;
  await ctx.emit(limitRemovedEvent, { kind: 'limit', id: row.id }, { scope, subject: subject || null });
}

async function told(ctx: Ctx, row: LimitRow, byOperator: boolean): Promise<void> {
  const { scope, subject } = row;
  const payload = { scope, subject: subject || null, ...numbersOf(row), byOperator };
  await ctx.emit(limitChangedEvent, { kind: 'limit', id: row.id }, payload);
}
