/**
 * Writes rows until it is killed, and prints the number of each once its commit was acknowledged. The tests of
 * durability run it as a process of its own, to kill it in the middle.
 */
import { sql } from 'drizzle-orm';
import { openEmbedded } from './open-embedded.ts';

const [directory, start] = process.argv.slice(2);
if (!directory) throw new Error('usage: keep-writing <data directory> <first number>');
const db = await openEmbedded({
  dataDirectory: directory,
  classes: [],
  prepare: async (script) => {
    await script('create table if not exists kept (n integer primary key); grant all on kept to pv_app;');
  },
});
process.stdout.write('ready\n');
let next = Number(start ?? 0);
/** Several at once, so that each one's transaction begins while the commit of another is not yet on the disk. */
async function keepWriting(): Promise<never> {
  for (;;) {
    const n = next++;
    await db.tenant({ organizationId: null, userId: null }, (tx) =>
      tx.execute(sql`insert into kept values (${n})`),
    );
    process.stdout.write(`${n}\n`);
  }
}
await Promise.all([keepWriting(), keepWriting(), keepWriting()]);
