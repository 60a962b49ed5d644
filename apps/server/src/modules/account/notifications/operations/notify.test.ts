import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { defineNotice, joinNotices } from '../../../../foundation/module/notices.ts';
import { type Notification, notify } from './notify.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Member = 'owner' | 'admin' | 'editor' | 'viewer' | 'stranger';

const knocked = defineNotice({
  kind: 'door.knocked',
  summary: 'Knocks',
  channels: { app: true, mail: 'daily' },
  data: z.strictObject({ times: z.int() }),
  text: ({ by }) => ({ title: `${by} knocked` }),
});

const withKnocks = (ctx: Ctx): Ctx => ({ ...ctx, ports: { ...ctx.ports, notices: joinNotices([knocked]) } });
const idOf = (caller: Member) => house.people[caller].userId;
const knock = (caller: Member, to: Member[], extra: Partial<Notification> = {}) =>
  house.within(caller, (ctx) =>
    notify(withKnocks(ctx), {
      kind: 'door.knocked',
      to: to.map(idOf),
      subject: { kind: 'prompt', id: '1' },
      data: { times: 2 },
      ...extra,
    }),
  );
const toldTo = (caller: Member) =>
  house.within(
    caller,
    async ({ tx }) =>
      (await tx.execute(
        sql`select * from notice where kind = 'door.knocked' order by id`,
        'objects',
      )) as object[],
  );

describe('notify', () => {
  it('tells members, but not whoever did it and nobody outside', async () => {
    await knock('editor', ['editor', 'viewer', 'viewer', 'stranger']);
    expect(await toldTo('viewer')).toMatchObject([
      { kind: 'door.knocked', subject_id: '1', by_person: idOf('editor'), data: { times: 2 }, read_at: null },
    ]);
    expect(await toldTo('editor')).toEqual([]);
    expect(await toldTo('stranger')).toEqual([]);
  });

  it('tells one thing once, and the rest of the people all the same', async () => {
    await knock('editor', ['owner'], { key: 'once' });
    await knock('editor', ['owner', 'admin'], { key: 'once' });
    expect(await toldTo('owner')).toHaveLength(1);
    expect(await toldTo('admin')).toHaveLength(1);
  });

  it('shows the rows to nobody but the person, not even who may do everything', async () => {
    const before = await toldTo('owner');
    await knock('owner', ['viewer']);
    expect(await toldTo('owner')).toEqual(before);
  });

  it('lets nobody tell a member of another organization, or in its name', async () => {
    const write = (organizationId: string) =>
      house.within('stranger', ({ tx, newId }) =>
        tx.execute(
          sql`insert into notice (user_id, id, organization_id, kind, subject_kind, subject_id, group_key, key, data, created_at)
            values (${idOf('viewer')}, ${newId()}, ${organizationId}, 'k', 'prompt', '1', 'g', ${newId()}, '{}', now())`,
        ),
      );
    for (const organizationId of [house.organizationId, house.strangersOrganizationId])
      await expect(write(organizationId)).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('refuses a kind nobody declared, and data of another form', async () => {
    await expect(knock('editor', ['viewer'], { kind: 'door.opened' })).rejects.toThrow('door.opened');
    await expect(knock('editor', ['viewer'], { data: { times: 'many' } })).rejects.toThrow();
  });

  it('wakes the tabs of those people after the commit, and not after a rollback', async () => {
    const heard: string[][] = [];
    const stop = house.application.services.ports.bus.subscribe(
      'notices',
      // Files that run beside this one may share a Redis.
      (ids) => void (ids[0] === house.organizationId && heard.push([...ids])),
    );
    await knock('editor', ['viewer', 'owner']);
    await expect(
      house.within('editor', async (ctx) => {
        await notify(withKnocks(ctx), {
          kind: 'door.knocked',
          to: [idOf('viewer')],
          subject: { kind: 'prompt', id: '1' },
          data: { times: 1 },
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect.poll(() => heard).toEqual([[house.organizationId, idOf('viewer'), idOf('owner')]]);
    stop();
  });
});
