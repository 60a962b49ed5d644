import * as contract from '@promptvault/contract/vault/prompts/routes';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { purgeDeletedPrompts } from './purge-prompts.ts';

const day = 24 * 60 * 60_000;
const clock = fakeClock(new Date());
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

const purge = () => {
  const { db, ports } = house.application.services;
  return purgeDeletedPrompts({ db, ports, signal: new AbortController().signal });
};

it('erases deleted prompts after thirty days and no others', async () => {
  const editor = house.as('editor');
  const make = async (title: string) => (await editor.call(contract.createPrompt, { body: { title } })).body;
  const [gone, kept] = [await make('Gone'), await make('Kept')];
  const deleted = await editor.call(contract.deletePrompt, {
    params: { promptId: gone.id },
    revision: gone.revision,
  });
  expect(deleted.status).toBe(204);
  await purge();
  const countOf = (id: string) =>
    house.within(
      'owner',
      async ({ tx }) =>
        (
          await tx.execute<{ n: number }>(
            `select count(*)::int as n from prompt where id = '${id}'`,
            'objects',
          )
        )[0]?.n,
    );
  expect(await countOf(gone.id)).toBe(1);
  await clock.advance(31 * day);
  await purge();
  expect(await countOf(gone.id)).toBe(0);
  expect(await countOf(kept.id)).toBe(1);
});
