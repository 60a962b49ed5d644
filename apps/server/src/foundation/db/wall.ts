/**
 * The tenant wall as SQL: roles, row-level security, policies and grants, derived from the declared table
 * classes. Applied after the migrations whenever it differs from what was applied last.
 */
import { createHash } from 'node:crypto';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { type TableClasses, tenantOf } from './table-classes.ts';

/** pv_server is what a session rests as: it owns nothing and sees no tenant row. */
export const rolesSql = `
do $$
declare name text;
begin
  foreach name in array array['pv_app', 'pv_identity', 'pv_lookup', 'pv_server'] loop
    begin
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I nologin %s', name, case when name = 'pv_server' then 'noinherit' else '' end);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      if not pg_has_role(current_user, name, 'member') or not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant %I to current_user', name);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
  begin
    grant pv_app, pv_identity to pv_server;
  exception when duplicate_object or unique_violation then null;
  end;
end $$;
grant usage on schema public to pv_app, pv_identity, pv_server, pv_lookup;
`;

export const currentOrganization = `nullif(current_setting('app.organization_id', true), '')::uuid`;
export const currentPerson = `nullif(current_setting('app.user_id', true), '')::uuid`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const nameOf = (table: PgTable) => quoted(getTableConfig(table).name);

function enclose(table: PgTable, policies: string[], grants: string[]): string {
  const name = nameOf(table);
  return [
    `alter table ${name} enable row level security;`,
    `alter table ${name} force row level security;`,
    `do $$ declare p record; begin for p in select policyname from pg_policies where schemaname = 'public' and tablename = '${getTableConfig(table).name}' loop execute format('drop policy %I on ${name}', p.policyname); end loop; end $$;`,
    `revoke all on ${name} from public, pv_app, pv_identity, pv_lookup, pv_server;`,
    ...policies.map((policy, index) => `create policy wall_${index} on ${name} ${policy};`),
    ...grants.map((grant) => `grant ${grant.replace(' to ', ` on ${name} to `)};`),
  ].join('\n');
}

const everything = 'select, insert, update, delete';

function tableSql(classes: TableClasses, lookupReads: Set<PgTable>): string[] {
  const forLookup = (table: PgTable, policies: string[], grants: string[]) =>
    lookupReads.has(table)
      ? enclose(
          table,
          [...policies, 'for select to pv_lookup using (true)'],
          [...grants, 'select to pv_lookup'],
        )
      : enclose(table, policies, grants);
  const statements: string[] = [];
  for (const entry of classes.tenant ?? []) {
    const { table, organization } = tenantOf(entry);
    const mine = `${quoted(organization?.name ?? 'organization_id')} = ${currentOrganization}`;
    statements.push(
      forLookup(
        table,
        [`for all to pv_app using (${mine}) with check (${mine})`],
        [`${everything} to pv_app`],
      ),
    );
  }
  for (const { table, person, access } of classes.person ?? []) {
    const mine = `${quoted(person.name)} = ${currentPerson}`;
    if (access === 'identity') {
      statements.push(
        forLookup(
          table,
          ['for all to pv_identity using (true) with check (true)'],
          [`${everything} to pv_identity`],
        ),
      );
      continue;
    }
    const policies = [`for all to pv_app using (${mine}) with check (${mine})`];
    if (access === 'colleagues')
      for (const among of ['member', 'guest'])
        policies.push(
          `for select to pv_app using (exists (select from ${among} a where a.user_id = ${nameOf(table)}.${quoted(person.name)} and a.organization_id = ${currentOrganization}))`,
        );
    if (access === 'told')
      policies.push(
        `for insert to pv_app with check (organization_id = ${currentOrganization} and exists (select from member m where m.user_id = ${nameOf(table)}.${quoted(person.name)} and m.organization_id = ${currentOrganization} and m.removed_at is null))`,
      );
    statements.push(forLookup(table, policies, [`${everything} to pv_app`]));
  }
  for (const entry of classes.published ?? []) {
    const { table, organization } = tenantOf(entry);
    const mine = `${quoted(organization?.name ?? 'organization_id')} = ${currentOrganization}`;
    statements.push(
      forLookup(
        table,
        [
          'for select to pv_app using (true)',
          `for insert to pv_app with check (${mine})`,
          `for update to pv_app using (${mine}) with check (${mine})`,
          `for delete to pv_app using (${mine})`,
        ],
        [`${everything} to pv_app`],
      ),
    );
  }
  for (const { table, access } of classes.platform ?? []) {
    if (access === 'readable')
      statements.push(forLookup(table, ['for select to pv_app using (true)'], ['select to pv_app']));
    else if (access === 'identity')
      statements.push(
        forLookup(
          table,
          ['for all to pv_identity using (true) with check (true)'],
          [`${everything} to pv_identity`],
        ),
      );
    else statements.push(forLookup(table, [], []));
  }
  return statements;
}

/** The whole wall for these modules, as one idempotent script. */
export function wallSql(modules: TableClasses[]): string {
  const lookups = modules.flatMap((classes) => classes.lookups ?? []);
  const reads = new Set(lookups.flatMap((lookup) => lookup.reads));
  return [
    rolesSql,
    ...modules.flatMap((classes) => tableSql(classes, reads)),
    'grant create on schema public to pv_lookup;',
    ...lookups.flatMap(({ sql, signature }) => [
      `drop function if exists ${signature};`,
      sql.trim().replace(/;?$/, ';'),
      `alter function ${signature} owner to pv_lookup;`,
      `revoke all on function ${signature} from public;`,
      `grant execute on function ${signature} to pv_app, pv_identity;`,
    ]),
    'revoke create on schema public from pv_lookup;',
  ].join('\n');
}

export const wallHash = (sql: string) => createHash('sha256').update(sql).digest('hex');
