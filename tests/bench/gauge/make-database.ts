import pg from 'pg';

/** Makes a database on the server for the time of `use`. */
export async function withDatabase(server: string, use: (url: string) => Promise<void>): Promise<void> {
  const name = `pv_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  /** The server's own cleaning may be at work in it, which nobody but a superuser ends; it is over soon. */
  const drop = async (turn = 1): Promise<void> => {
    try {
      await admin.query(`drop database if exists ${name} with (force)`);
    } catch (error) {
      if (turn === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await drop(turn + 1);
    }
  };
  try {
    await use(url.href);
  } finally {
    await drop();
    await admin.end();
  }
}
