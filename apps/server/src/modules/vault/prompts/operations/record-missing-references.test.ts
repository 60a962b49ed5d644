import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { askForMissingReferences, recordMissingReferences } from './record-missing-references.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];

async function make(path: string, text: string, caller: Caller = 'editor'): Promise<string> {
  const document = {
    ...emptyDocument(),
    sections: [{ id: 's1', kind: 'instructions' as const, role: null, text }],
  };
  const body = { title: path, path, document, commit: true };
  return (await house.as(caller).call(contract.createPrompt, { body })).body.id;
}

const impact = async (promptId: string, caller: Caller = 'editor') =>
  (await house.as(caller).call(contract.getPromptImpact, { params: { promptId } })).body.items.map(
    ({ path }: { path: string }) => path,
  );

/** As a database is after the update: nothing is noted, and the oldest texts lack what came later. */
const forget = (caller: 'owner' | 'stranger') =>
  house.within(caller, async ({ tx, organizationId }) => {
    await tx.execute(
      sql`delete from prompt_reference where organization_id = ${organizationId} and subject_kind = 'prompt_version'`,
    );
    await tx.execute(
      sql`update prompt_version set references_recorded = false, document = document - 'extends' where organization_id = ${organizationId}`,
    );
    return organizationId;
  });

const left = (caller: 'owner' | 'stranger') =>
  house.within(caller, async ({ tx }) => {
    const rows = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from prompt_version where not references_recorded`,
      'objects',
    );
    return rows[0]?.n;
  });

it('notes what old versions refer to, batch by batch, and goes on after it was cut off', async () => {
  const voice = await make('voice', 'Warm.');
  for (const name of ['mail', 'letter', 'chat']) await make(name, '{{> voice}}');
  const organizationId = await forget('owner');
  expect(await impact(voice)).toEqual([]);
  const { ports } = house.application.services;

  // The process ends within the first batch: that batch is whole, and the next was not begun.
  const ending = new AbortController();
  const within: typeof ports.within = async (scope, fn) => {
    ending.abort();
    return ports.within(scope, fn);
  };
  await recordMissingReferences(
    { ports: { ...ports, within }, signal: ending.signal },
    { organizationId },
    2,
  );
  expect(await left('owner')).toBe(2);

  const { signal } = new AbortController();
  await recordMissingReferences({ ports, signal }, { organizationId }, 2);
  expect(await left('owner')).toBe(0);
  expect((await impact(voice)).sort()).toEqual(['chat', 'letter', 'mail']);
  // Once more changes nothing.
  await recordMissingReferences({ ports, signal }, { organizationId }, 2);
  expect(await impact(voice)).toHaveLength(3);
});

it('is asked for at the start for each organization that needs it, and touches no other', async () => {
  const voice = await make('tone', 'Warm.');
  await make('note', '{{> tone}}');
  const foreign = await make('tone', 'Cold.', 'stranger');
  await make('note', '{{> tone}}', 'stranger');
  const mine = await forget('owner');
  const theirs = await forget('stranger');
  const { db, ports } = house.application.services;
  const sent: { kind: string; data: object; options: object | undefined }[] = [];
  const jobs: Ctx['jobs'] = { send: async (kind, data, options) => void sent.push({ kind, data, options }) };
  const within: typeof ports.within = (scope, fn) => ports.within(scope, (ctx) => fn({ ...ctx, jobs }));
  await askForMissingReferences({ db, ports: { ...ports, within } });
  expect(sent.map(({ data }) => data)).toEqual(
    expect.arrayContaining([{ organizationId: mine }, { organizationId: theirs }]),
  );
  expect(sent).toHaveLength(2);
  const { signal } = new AbortController();
  await recordMissingReferences({ ports, signal }, { organizationId: mine });
  expect([await left('owner'), await left('stranger')]).toEqual([0, 2]);
  await recordMissingReferences({ ports, signal }, { organizationId: theirs });
  expect(await impact(voice)).toEqual(['note']);
  expect(await impact(foreign, 'stranger')).toEqual(['note']);
  sent.length = 0;
  await askForMissingReferences({ db, ports: { ...ports, within } });
  expect(sent).toEqual([]);
});
