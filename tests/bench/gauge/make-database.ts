import pg from 'pg';

/** Makes a database on the server for the time of `use`. */
export async function withDatabase(server: string, use: (url: string) => Promise<void>): Promise<void> {
  const name = `pv_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    await use(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}
