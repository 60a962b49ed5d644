/**
 * The server of `bench -- history`, as a process of its own: the real application with very many runs, made by the
 * database from numbers while nobody else has it open. Tells its parent where it is.
 */
import { assemble } from '@promptvault/server/assembly/assemble';
import { findModules } from '@promptvault/server/assembly/find-modules';
import { listen } from '@promptvault/server/assembly/listen';
import { openDatabase } from '@promptvault/server/assembly/open-ports';
import { readEnvironment } from '@promptvault/server/foundation/env';
import { silentLog } from '@promptvault/server/foundation/log/log';
import { fillHistory } from './fill-history.ts';

const read = readEnvironment();
if ('problem' in read) throw new Error(read.problem);
const environment = read.ok;
const open = async () => {
  const application = await assemble({ environment, log: silentLog, webDirectory: '', version: '0.0.0' });
  const listening = await listen(application, environment);
  return { application, listening, url: `http://127.0.0.1:${listening.port}` };
};
const first = await open();
const { url } = first;

const signUp = await fetch(`${url}/api/v1/sign-up`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    name: 'Bench',
    email: `bench-${process.pid}@example.com`,
    password: 'a long enough password',
  }),
});
const cookie = signUp.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');
const send = async (path: string, body?: object) => {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
};
const { organizationId } = await send('/organizations', { name: 'Bench' });
const { id: userId } = await send('/me');
await first.listening.close();
await first.application.close();

const classes = (await findModules()).flatMap((module) => (module.tables ? [module.tables] : []));
const db = await openDatabase({ environment, log: silentLog, classes });
const made = await fillHistory(db, { organizationId, userId, runs: Number(process.argv[2]) });
await db.close();

const second = await open();
await second.application.host.db.maintain();

// What it held goes with its directory or its database.
process.on('message', () => {
  process.exit(0);
});
process.send?.({ url: second.url, headers: { cookie, 'promptvault-organization': organizationId }, ...made });
