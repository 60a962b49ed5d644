import * as contract from '@promptvault/contract/studio/runs/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import type { SQL } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Insider } from '../../../foundation/context/actor.ts';
import { may, own, sees, visible } from './policy.ts';
import { listRunRows } from './repository/runs.ts';
import { run } from './schema.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
  for (const caller of ['owner', 'admin', 'editor'] as const) {
    const body = {
      source: { kind: 'document', document },
      values: { topic: 'x' },
      models: [{ connectionId: null, model: 'echo' }],
    };
    const { body: started } = await runs.house.as(caller).call(contract.startRuns, { body });
    await runs.ended(started.comparison.runs[0].id, 'owner');
  }
});
afterAll(() => runs.close());

const permissions = ['run.read', 'run.read-any', 'run.create'];

const now = new Date();

it('shows in lists exactly the runs it lets open, for any actor', async () => {
  const { organizationId, people } = runs.house;
  const userIds = [people.owner.userId, people.admin.userId, people.editor.userId, people.viewer.userId];
  const actors = fc.record({
    userId: fc.constantFrom(...userIds),
    held: fc.subarray(permissions),
    job: fc.boolean(),
    granted: fc.subarray([0, 1, 2]),
    kind: fc.constantFrom('run', 'comparison', 'prompt'),
    over: fc.boolean(),
  });
  await runs.house.within('owner', async ({ tx }) => {
    const ids: string[] = [];
    for (const { id } of await tx.select({ id: run.id }).from(run).orderBy(run.id)) ids.push(id);
    const rowsOf = async (visible: SQL | undefined) =>
      (await listRunRows(tx, organizationId, { ids, visible })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const all = await rowsOf(undefined);
    expect(all).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(actors, async ({ userId, held, job, granted, kind, over }) => {
        const grants = all
          .filter((_row, index) => granted.includes(index))
          .map((row) => ({
            subject: { kind, id: kind === 'comparison' ? row.comparisonId : row.id },
            permissions: ['run.read'],
            until: over ? new Date(now.getTime() - 1) : null,
          }));
        const powers = { organizationId, permissions: new Set(held), grants };
        const actor: Insider = job
          ? { ...powers, kind: 'job', job: 'x', onBehalfOf: userId }
          : { ...powers, kind: 'person', userId, sessionId: 's', memberId: 'm', role: 'r' };
        const listed = await rowsOf(visible(actor, now));
        expect(listed.map(({ id }) => id)).toEqual(
          all.filter((row) => sees(actor, row, now)).map(({ id }) => id),
        );
        const mine = await rowsOf(own(actor));
        expect(mine.every((row) => row.authorId === userId)).toBe(true);
        for (const row of all)
          expect(may(actor, row, 'run.create', now)).toBe(
            sees(actor, row, now) && held.includes('run.create'),
          );
      }),
      { numRuns: 40 },
    );
  });
});
