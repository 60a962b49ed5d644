/**
 * Very many runs, made by the database itself in steps, so that neither this process nor one statement holds them all.
 * Indexes are taken away before and made anew after, as their definitions say: each is then built once and not grown
 * a million times. What they hold, and the statistics, are those of rows that came one by one.
 */
import type { Database } from '@promptvault/server/foundation/db/database';
import { slabSize, termsText } from '@promptvault/server/modules/studio/history/repository/index-runs';

export interface MadeHistory {
  promptId: string;
  runId: string;
  seconds: number;
}

const step = 20_000;
/** Statements at once: one keeps a core busy. */
const workers = 2;
/** Different answers; each stands in many runs, with another title and other facts. */
const answers = 20_000;
/** What grows with every run. */
const filled = ['run', 'run_index'];
/** A minute of ids a thousand runs: uuid v7 from the number of the run. */
const idOf = (kind: string, number: string) =>
  `(lpad(to_hex(1700000000000 + ${number}::bigint * 60), 12, '0') || '7${kind}8' || lpad(to_hex(${number}::bigint), 16, '0'))`;
const uuid = (kind: string, number: string) => {
  const hex = idOf(kind, number);
  return `(substr(${hex}, 1, 8) || '-' || substr(${hex}, 9, 4) || '-7' || substr(${hex}, 14, 3) || '-8' || substr(${hex}, 18, 3) || '-' || substr(${hex}, 21, 12))::uuid`;
};

/** Takes a database that is not sealed: what is asked for outside of any organization may change tables. */
export async function fillHistory(
  db: Database,
  { organizationId, userId, runs }: { organizationId: string; userId: string; runs: number },
): Promise<MadeHistory> {
  const begun = performance.now();
  const scope = { organizationId, userId };
  const org = String(`'${organizationId}'::uuid`);
  const author = String(`'${userId}'::uuid`);
  // Words are as unequal as those of a language: w0 is in nearly every answer, w4999 in one of some hundred.
  await db.system(
    `create unlogged table bench_answer as select a as number, (select string_agg('w' || floor(5000 * power(abs(hashtextextended(a::text, k) % 1000000)::float8 / 1000000.0, 3))::text, ' ') from generate_series(1, 40) k) as text
      from generate_series(0, ${answers - 1}::int) a`,
  );
  await db.system('create unique index on bench_answer (number)');
  await db.system('grant select on bench_answer to public');
  // Suites come in bulk and lie on top of all: the newest fifth is nothing else, and half of the rest.
  const originOf = `case when n > ${Math.floor(runs * 0.8)} or n / 1000 % 2 = 0 then 'suite' when n % 50 = 0 then 'part' else 'direct' end`;
  await db.tenant(scope, (tx) =>
    tx.execute(`insert into run_comparison (organization_id, id, author_id, created_at)
      select ${org}, ${String(uuid('001', 'n'))}, ${author}, now() from generate_series(0, ${Math.ceil(runs / 1000)}::int) n`),
  );
  await db.tenant(scope, (tx) =>
    tx.execute(`insert into run_input (organization_id, id, document, values, omitted_values, settings, overrides, sent_hash, keep_context, created_at)
      select ${org}, ${String(uuid('002', 'n'))}, '{"sections":[{"text":"Explain it in a calm tone"}]}', '{}', '[]', '{}', '{}', 'hash' || n, false, now()
      from generate_series(0, ${Math.ceil(runs / 1000)}::int) n`),
  );
  await db.tenant(scope, (tx) =>
    tx.execute(`insert into run_slab (organization_id, number, after_run_id)
      select ${org}, s, ${String(uuid('003', `s * ${slabSize}`))} from generate_series(1, ${Math.floor(runs / slabSize)}::int) s`),
  );
  const rebuild = await dropIndexes(db);
  const fill = async (from: number): Promise<void> => {
    const to = Math.min(runs, from + step - 1);
    await db.tenant(scope, (tx) =>
      tx.execute(`insert into run (organization_id, id, comparison_id, input_id, kind, origin, sample_index, status, author_id,
          prompt_id, prompt_title, connection_name, provider, model, output, tool_calls, warnings, finish_reason, input_tokens,
          output_tokens, usage_estimated, cost_micro_dollars, price_version, created_at, started_at, ended_at,
          time_to_first_token_ms, duration_ms, process_id, heartbeat_at)
        select ${org}, ${String(uuid('003', 'n'))}, ${String(uuid('001', 'n / 1000'))}, ${String(uuid('002', 'n / 1000'))}, 'single',
          ${String(originOf)}, 0,
          case when n % 17 = 0 then 'failed' else 'finished' end, case when n % 3 = 0 then ${author} end,
          ${String(uuid('004', 'n % 300'))}, 'Prompt ' || n % 300, 'Bench', case when n % 2 = 0 then 'openai' else 'anthropic' end,
          'model-' || n % 12, a.text, '[]', '[]', 'stop', 100, 50, false, (n::bigint * 7919) % 100000, 'bench',
          to_timestamp(1700000000 + n * 0.06), now(), now(), 300, ((n::bigint * 104729) % 60000)::int, ${author}, now()
        from generate_series(${from}::int, ${to}::int) n join bench_answer a on a.number = (n::bigint * 7907) % ${answers}`),
    );
    await db.tenant(scope, (tx) =>
      tx.execute(`insert into run_index (organization_id, run_id, author_id, origin, cost_micro_dollars, duration_ms, terms)
        select r.organization_id, r.id, r.author_id, r.origin, r.cost_micro_dollars, r.duration_ms, ${termsText}
        from run r join run_input i on i.organization_id = r.organization_id and i.id = r.input_id
        cross join lateral (select null::jsonb as document) v
        cross join lateral (select coalesce(max(b.number), 0) as number from run_slab b
          where b.organization_id = r.organization_id and b.after_run_id < r.id) s
        where r.organization_id = ${org} and r.id between ${String(uuid('003', String(from)))} and ${String(uuid('003', String(to)))}`),
    );
  };
  let next = 1;
  const work = async () => {
    while (next <= runs) {
      const from = next;
      next += step;
      await fill(from);
    }
  };
  await Promise.all(Array.from({ length: db.kind === 'embedded' ? 1 : workers }, work));
  await rebuild();
  await db.system('drop table bench_answer');
  for (const table of [...filled, 'run_input', 'run_comparison', 'run_slab'])
    await db.system(`analyze ${table}`);
  const [found] = (
    (await db.tenant(scope, (tx) =>
      tx.execute(
        `select ${String(uuid('004', '17'))}::text as "promptId", ${String(uuid('003', String(runs)))}::text as "runId"`,
      ),
    )) as unknown as { rows: { promptId: string; runId: string }[] }
  ).rows;
  return { promptId: '', runId: '', ...found, seconds: (performance.now() - begun) / 1000 };
}

/** Takes away what is only for finding. @returns what makes it anew */
async function dropIndexes(db: Database): Promise<() => Promise<void>> {
  const { rows } = await db.system(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as made from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid::regclass::text in (${filled.map((table) => `'${table}'`).join(', ')}) and not i.indisunique`,
  );
  const indexes = rows as { name: string; made: string }[];
  for (const { name } of indexes) await db.system(`drop index ${name}`);
  return async () => {
    for (const { made } of indexes) await db.system(`set maintenance_work_mem = '512MB'; ${made}`);
  };
}
