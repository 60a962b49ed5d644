/**
 * The generated tests of the tenant wall: they walk the contract and the database's own catalogue, so that a
 * new route or table is tried the day it appears.
 */
import type { RouteDefinition } from '@promptvault/contract/define-route';
import {
  type Answer,
  type CallInput,
  callers,
  openTestHouse,
  type TestHouse,
} from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TableClasses, tenantOf } from '../foundation/db/table-classes.ts';
import { contractRoutes } from './contract-routes.ts';
import { findModules } from './find-modules.ts';

const routes = (await contractRoutes()).map((one) => one.route);
const modules = await findModules();
const withIds = routes.filter(
  (route) => Object.keys(route.ids ?? {}).length > 0 && route.permission.includes('.'),
);
const unknownId = '01900000-0000-7000-8000-00000000dead';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const subjects = new Map(
  modules.flatMap((module) => module.subjects ?? []).map((subject) => [subject.kind, subject]),
);

/** Makes a thing of this kind in the caller's organization. */
const sample = async (caller: 'owner' | 'stranger', kind: string) => {
  const subject = subjects.get(kind);
  if (!subject) throw new Error(`No module can make a sample of "${kind}"; declare it among its subjects.`);
  return house.within(caller, async (ctx) => (await subject.sample(ctx)).id);
};

/** The example of a route with `$kind` replaced, in ids and wherever else it stands. */
function fill(route: RouteDefinition, idOf: (kind: string) => string): CallInput {
  const replaced = JSON.parse(
    JSON.stringify(route.example).replace(/"\$(\w+)"/g, (_, kind: string) => JSON.stringify(idOf(kind))),
  ) as CallInput;
  return { ...replaced, ...(route.ifMatch ? { revision: 1 } : {}) };
}

const kindsOf = (route: RouteDefinition) =>
  [...new Set(JSON.stringify(route.example).match(/"\$(\w+)"/g) ?? [])].map((one) => one.slice(2, -1));

/** What must not tell an unknown id from another organization's: all but what differs in every answer. */
const seen = ({ status, body, headers }: Answer, ids: string[]) => {
  const {
    requestId: _request,
    instance: _path,
    ...rest
  } = typeof body === 'object' && body ? body : { text: body };
  const text = ids.reduce((all, id) => all.replaceAll(id, '<id>'), JSON.stringify(rest));
  const shown = [...headers].filter(([name]) => !/^(?:x-request-id|date|ratelimit-.*)$/.test(name));
  return { status, text, shown };
};

describe('routes', () => {
  it('are many, and each is served by a module', () => {
    const served = new Set(
      modules.flatMap((module) => module.routes ?? []).map(({ route }) => route.operationId),
    );
    expect(routes.length).toBeGreaterThan(20);
    expect(
      routes.filter((route) => !served.has(route.operationId)).map((route) => route.operationId),
    ).toEqual([]);
    expect(served.size).toBe(routes.length);
  });

  it('name declared permissions, valid examples, and keep the fields of parameters, query and body apart', () => {
    const declared = new Set(modules.flatMap((module) => Object.keys(module.permissions ?? {})));
    for (const route of routes) {
      if (route.permission.includes('.')) expect(declared, route.operationId).toContain(route.permission);
      const { params, query, body } = fill(route, () => unknownId);
      for (const [schema, value] of [
        [route.params, params ?? {}],
        [route.query, query ?? {}],
        [route.body, body],
      ] as const)
        if (schema) expect(schema.safeParse(value).error, `${route.operationId}: example`).toBeUndefined();
      const names = [params, query, body].flatMap((part) =>
        part && !Array.isArray(part) ? Object.keys(part as object) : [],
      );
      expect(new Set(names).size, `${route.operationId}: a name stands twice`).toBe(names.length);
      for (const place of Object.keys(route.ids ?? {})) expect(place).toMatch(/^(?:params|query|body)\./);
      for (const name of route.path.match(/\{(\w+Id)\}/g) ?? [])
        expect(Object.keys(route.ids ?? {}), `${route.operationId} marks ${name}`).toContain(
          `params.${name.slice(1, -1)}`,
        );
    }
  });

  it.each(
    routes
      .filter((route) => route.permission !== 'public')
      .map((route) => [route.operationId, route] as const),
  )('%s refuses nobody', async (_name, route) => {
    const { status, body } = await house.as('nobody').call(
      route,
      fill(route, () => unknownId),
    );
    expect([status, body.code]).toEqual([401, 'auth.required']);
  });

  it.each(
    routes
      .filter((route) => route.permission.includes('.'))
      .map((route) => [route.operationId, route] as const),
  )('%s does not open another organization to its stranger', async (_name, route) => {
    const { status, body } = await house.as('stranger', house.organizationId).call(
      route,
      fill(route, () => unknownId),
    );
    expect([status, body.code]).toEqual([404, 'resource.not_found']);
  });

  const asGuest = new Set(
    modules.flatMap(({ permissions = {} }) =>
      Object.entries(permissions).flatMap(([name, { roles }]) => (roles.includes('guest') ? [name] : [])),
    ),
  );

  it.each(
    routes
      .filter(({ permission }) => permission.includes('.') && !asGuest.has(permission))
      .map((route) => [route.operationId, route] as const),
  )('%s opens to a guest nothing they were not granted, and changes no row', async (_name, route) => {
    const things = new Map<string, string>();
    for (const kind of kindsOf(route)) things.set(kind, await sample('owner', kind));
    await house.deliver();
    await changesNothing(house.organizationId, async () => {
      const { status, body } = await house.as('guest').call(
        route,
        fill(route, (kind) => things.get(kind) ?? unknownId),
      );
      expect([403, 404], `${status} ${JSON.stringify(body).slice(0, 300)}`).toContain(status);
      expect(['auth.forbidden', 'resource.not_found']).toContain(body.code);
    });
  });

  it('tell a guest of the organization no more than its name and what they may do there', async () => {
    for (const route of routes.filter(({ permission }) => asGuest.has(permission))) {
      const { status, body } = await house.as('guest').call(
        route,
        fill(route, () => unknownId),
      );
      expect(status, route.operationId).toBe(200);
      const text = JSON.stringify(body);
      for (const name of ['Owner', 'Admin', 'Editor', 'Viewer', 'Sample'])
        expect(text, route.operationId).not.toContain(name);
    }
    expect([...asGuest].sort()).toEqual(['organization.enter', 'prompt.list']);
  });

  it.each(withIds.map((route) => [route.operationId, route] as const))(
    "%s cannot tell another organization's id from an unknown one, and changes no row there",
    async (_name, route) => {
      const theirs = new Map<string, string>();
      for (const kind of kindsOf(route)) theirs.set(kind, await sample('stranger', kind));
      // Listeners follow what making the samples told; afterwards only the call itself may change anything.
      await house.deliver(house.strangersOrganizationId);
      const ids = [...theirs.values(), unknownId];
      await changesNothing(house.strangersOrganizationId, async () => {
        const foreign = await house.as('owner').call(
          route,
          fill(route, (kind) => theirs.get(kind) ?? unknownId),
        );
        const unknown = await house.as('owner').call(
          route,
          fill(route, () => unknownId),
        );
        expect(seen(foreign, ids)).toEqual(seen(unknown, ids));
        expect(foreign.status).toBeLessThan(500);
      });
    },
  );

  it.each(withIds.map((route) => [route.operationId, route] as const))(
    '%s opens to some member of its own organization',
    async (_name, route) => {
      const mine = new Map<string, string>();
      for (const kind of kindsOf(route)) mine.set(kind, await sample('owner', kind));
      const { status, body } = await house.as('owner').call(
        route,
        fill(route, (kind) => mine.get(kind) ?? unknownId),
      );
      const refused = [
        'auth.required',
        'auth.forbidden',
        'resource.not_found',
        'route.not_found',
        'request.invalid',
      ];
      expect(refused, `${status} ${JSON.stringify(body).slice(0, 300)}`).not.toContain(body?.code);
      expect(status).toBeLessThan(500);
    },
  );

  it('answer every caller with something other than a server error', { timeout: 180_000 }, async () => {
    // Ending a session or changing a password would shut the callers out for the rest of the file.
    const lasting = routes.filter((route) => !['signOut', 'changePassword'].includes(route.operationId));
    for (const route of lasting)
      for (const caller of callers) {
        const { status, body } = await house.as(caller).call(
          route,
          fill(route, () => unknownId),
        );
        expect(
          status,
          `${route.operationId} as ${caller}: ${JSON.stringify(body).slice(0, 300)}`,
        ).toBeLessThan(500);
      }
  });
});

const watched = modules.flatMap((module) =>
  [...(module.tables?.tenant ?? []), ...(module.tables?.published ?? [])].map(tenantOf),
);

/** A trigger that only tests have: it notes the organization and table of every changed row. */
async function startWatching(): Promise<void> {
  const statements = watched.map(({ table, organization }) => {
    const { name } = getTableConfig(table);
    const column = organization?.name ?? 'organization_id';
    return `drop trigger if exists watch on "${name}"; create trigger watch after insert or update or delete on "${name}" for each row execute function note_change('${column}');`;
  });
  await asOwner(`
    create table if not exists changed_row (organization_id text, table_name text);
    truncate changed_row;
    create or replace function note_change() returns trigger language plpgsql security definer as $$
      declare r jsonb;
      begin
        r := to_jsonb(coalesce(new, old));
        insert into changed_row values (r ->> tg_argv[0], tg_table_name);
        return null;
      end $$;
    ${watching ? '' : statements.join('\n')}`);
  watching = true;
}
let watching = false;

/**
 * No row of the organization changes by what is asked. A mail that a sample set off may be written only now; what the
 * asking changes, it changes again.
 */
async function changesNothing(organizationId: string, ask: () => Promise<void>): Promise<void> {
  let changed: string[] = [];
  for (let turn = 0; turn < 2; turn++) {
    await startWatching();
    await ask();
    changed = await changedRowsOf(organizationId);
    if (changed.length === 0) return;
  }
  expect(changed).toEqual([]);
}

async function changedRowsOf(organizationId: string): Promise<string[]> {
  const rows = await asOwner(
    // How far listeners have read moves by itself, a moment after what was done before.
    `select distinct table_name from changed_row where organization_id = '${organizationId}' and table_name <> 'event_cursor'`,
  );
  return rows.map((row) => String(row.table_name));
}

/** Statements of the database's owner, which the application itself can no longer make once it is sealed. */
async function asOwner(text: string): Promise<Record<string, unknown>[]> {
  const { db } = house.application.services;
  if (db.kind === 'embedded') {
    const { rows } = await db.system(`reset role; ${text}; set role pv_server`);
    return rows as Record<string, unknown>[];
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: db.connectionString });
  await client.connect();
  try {
    const result = await client.query(text);
    return ([result].flat().at(-1)?.rows ?? []) as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

describe('tables', () => {
  const declared = modules.flatMap((module) => classesOf(module.tables ?? {}));

  it('are each declared with one class', async () => {
    const rows = await asOwner(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`,
    );
    const names = declared.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    const plumbing = new Set([
      'wall_state',
      'durability_probe',
      'limit_counter',
      'limit_place',
      'key_health',
      'changed_row',
    ]);
    const found = rows.filter((row) => !plumbing.has(String(row.name)));
    expect(found.map((row) => row.name)).toEqual([...names].sort());
    expect(found.filter((row) => row.walled !== true)).toEqual([]);
  });

  it('of tenants have composite keys that start with the organization', () => {
    for (const { table, organization } of watched) {
      const config = getTableConfig(table);
      if (organization) continue;
      expect(config.primaryKeys[0]?.columns[0]?.name, config.name).toBe('organization_id');
      for (const unique of config.uniqueConstraints)
        expect(unique.columns[0]?.name, `${config.name}.${unique.name}`).toMatch(
          /organization_id|token_hash/,
        );
      for (const key of config.foreignKeys) {
        const { columns, foreignTable } = key.reference();
        const target = getTableConfig(foreignTable).name;
        expect(columns[0]?.name, `${config.name} refers to ${target}`).toBe('organization_id');
      }
    }
  });

  it('give the application only what their class allows, and the resting role nothing', async () => {
    const rows = await asOwner(
      `select grantee, table_name, string_agg(privilege_type, ',' order by privilege_type) as rights from information_schema.role_table_grants where table_schema = 'public' and grantee in ('pv_app', 'pv_server', 'pv_identity', 'PUBLIC') group by 1, 2`,
    );
    const rightsOf = (grantee: string, name: string) =>
      rows.find((row) => row.grantee === grantee && row.table_name === name)?.rights;
    for (const { name, kind } of declared) {
      expect(rightsOf('PUBLIC', name)).toBeUndefined();
      expect(rightsOf('pv_server', name)).toBeUndefined();
      if (kind === 'identity') expect(rightsOf('pv_app', name), name).toBeUndefined();
      else expect(rightsOf('pv_identity', name), name).toBeUndefined();
    }
  });

  it('show a transaction without an organization no tenant row', async () => {
    const { db } = house.application.services;
    for (const { table } of watched) {
      const rows = await db.tenant({ organizationId: null, userId: null }, (tx) =>
        tx.select({ one: sql`1` }).from(table).limit(1),
      );
      expect(rows, getTableConfig(table).name).toEqual([]);
    }
  });

  it("cannot point at another organization's row, nor lose a row when that one goes", async () => {
    const theirs = await sample('stranger', 'prompt');
    const mine = await sample('owner', 'prompt');
    const point = (promptId: string) =>
      house.within('owner', ({ tx, newId, organizationId }) =>
        tx.execute(
          sql`insert into prompt_favorite (organization_id, prompt_id, user_id, created_at) values (${organizationId}, ${promptId}, ${newId()}, now())`,
        ),
      );
    await expect(point(theirs)).rejects.toMatchObject({ cause: { code: '23503' } });
    await point(mine);
    const favorites = () =>
      house.within('owner', ({ tx }) =>
        tx.execute(sql`select 1 from prompt_favorite where prompt_id = ${mine}`, 'objects'),
      );
    expect(await favorites()).toHaveLength(1);
    const gone = await house.within('stranger', ({ tx }) =>
      tx.execute(sql`delete from prompt where id = ${mine} returning id`, 'objects'),
    );
    expect(gone).toEqual([]);
    expect(await favorites()).toHaveLength(1);
  });

  it('refuse a query outside any scope', async () => {
    await expect(house.application.services.db.system('select * from organization')).rejects.toMatchObject({
      code: '42501',
    });
  });
});

function classesOf(classes: TableClasses): { name: string; kind: string }[] {
  return [
    ...(classes.tenant ?? []).map((entry) => ({
      name: getTableConfig(tenantOf(entry).table).name,
      kind: 'tenant',
    })),
    ...(classes.published ?? []).map((entry) => ({
      name: getTableConfig(tenantOf(entry).table).name,
      kind: 'published',
    })),
    ...(classes.person ?? []).map((entry) => ({
      name: getTableConfig(entry.table).name,
      kind: entry.access === 'identity' ? 'identity' : 'person',
    })),
    ...(classes.platform ?? []).map((entry) => ({
      name: getTableConfig(entry.table).name,
      kind: entry.access,
    })),
  ];
}
