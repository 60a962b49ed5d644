import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));
const migrations = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, sql: readFileSync(`${folder}/${name}/migration.sql`, 'utf8') }));

/** Tables that rows are read from or written to, beside those that the migration itself makes. */
function touched(sql: string): string[] {
  const made = new Set([...sql.matchAll(/CREATE TABLE "(\w+)"/g)].map(([, table]) => table));
  const named = sql.matchAll(/\b(?:FROM|JOIN|USING|INTO|UPDATE) "(\w+)"/g);
  return [...new Set([...named].map(([, table]) => table as string))].filter((table) => !made.has(table));
}

it('migrations change rows behind the wall, which else hides all of them from an owner that is no superuser', () => {
  const changing = migrations.filter(({ sql }) => touched(sql).length > 0);
  expect(changing.length).toBeGreaterThan(2);
  for (const { name, sql } of changing)
    for (const table of touched(sql)) {
      const lifted = sql.indexOf(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
      const first = sql.search(new RegExp(`\\b(?:FROM|JOIN|USING|INTO|UPDATE) "${table}"`));
      expect(lifted, `${name} lifts the wall of ${table}`).toBeGreaterThanOrEqual(0);
      expect(lifted, name).toBeLessThan(first);
      expect(sql.lastIndexOf(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`), name).toBeGreaterThan(first);
    }
});
