/**
 * `npm run bench -- live`: from an edit to the other editors of a draft, and to its acknowledgement, with 2, 10, 50
 * and 200 editors in one draft and 1,000 drafts of two, against a bare WebSocket relay under the same load in the
 * same run. With TEST_DATABASE_URL on PostgreSQL. Options: --seconds=6 --rate=20 --pairs=1000 --only=embedded|postgres
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '@promptvault/testing/server-process';
import { calibrate } from './gauge/calibrate.ts';
import { type Arrival, type BenchEditor, openEditor, openRelayed } from './gauge/draft-client.ts';
import { withDatabase } from './gauge/make-database.ts';
import { numberOption, textOption } from './gauge/options.ts';
import { type Cell, printTable, say, verdict } from './gauge/print-table.ts';
import { processFigures } from './gauge/process-figures.ts';
import { startRelay } from './gauge/start-relay.ts';
import { quantile } from './gauge/statistics.ts';

const seconds = numberOption('seconds', 6, { least: 2, most: 60 });
/** Edits a second, over all who type. */
const rate = numberOption('rate', 20, { least: 1, most: 500 });
const pairs = numberOption('pairs', 1_000, { least: 1, most: 2_000 });
const crowds = [2, 10, 50, 200];
/** One person may have 50 tabs. */
const tabsEach = 40;
const longestAckMs = 600;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Person {
  cookie: string;
  organizationId: string;
}

async function send(url: string, person: Partial<Person>, path: string, body: object) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(person.cookie && { cookie: person.cookie }),
      ...(person.organizationId && { 'promptvault-organization': person.organizationId }),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { answer, cookie: cookie.join('; ') };
}

/** Administrators of one organization, who may write each other's prompts. */
async function signUpPeople(url: string, count: number): Promise<Person[]> {
  const account = (name: string) => ({
    name,
    email: `${name}@example.com`,
    password: 'a long enough password',
  });
  const { cookie } = await send(url, {}, '/sign-up', account('bench0'));
  const { answer } = await send(url, { cookie }, '/organizations', { name: 'Bench' });
  const owner = { cookie, organizationId: String(answer.organizationId) };
  const people = [owner];
  while (people.length < count) {
    const { answer: invited } = await send(url, owner, '/invitations', { role: 'admin' });
    const invitation = String(invited.link).split('/').at(-1);
    const joined = await send(url, {}, '/sign-up', { ...account(`bench${people.length}`), invitation });
    people.push({ cookie: joined.cookie, organizationId: owner.organizationId });
  }
  return people;
}

const document = {
  sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Explain the tides.' }],
  variables: [],
  examples: [],
  examplesAs: 'text',
  tools: [],
  settings: {},
  responseSchema: null,
  delimiters: null,
  extends: null,
};
const makePrompt = async (url: string, person: Person) =>
  String((await send(url, person, '/prompts', { title: 'Bench', document })).answer.id);

interface Measured {
  peer: number[];
  ack: number[];
  /** Kilobytes of the process for each connection, and milliseconds of processor time for each edit. */
  memory: number;
  cpu: number;
}

/** Opens rooms of editors, types at a steady rate, and looks when each mark reaches the others. */
async function measure(
  pid: number,
  rooms: number,
  each: number,
  open: (room: number, index: number, onArrival: Arrival) => Promise<BenchEditor>,
): Promise<Measured> {
  const before = processFigures(pid).rss;
  const sent = new Map<string, number>();
  const peer: number[] = [];
  const ack: number[] = [];
  let isCounting = false;
  const onArrival: Arrival = (bytes) => {
    const now = performance.now();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    for (const [mark] of text.matchAll(/<\d+>/g)) {
      const from = sent.get(mark);
      if (from !== undefined && isCounting) peer.push(now - from);
    }
  };
  const editors: BenchEditor[][] = [];
  for (let room = 0; room < rooms; room++) {
    const opened: BenchEditor[] = [];
    for (let index = 0; index < each; index++) opened.push(await open(room, index, onArrival));
    editors.push(opened);
  }
  await pause(1_000);
  const memory = ((processFigures(pid).rss - before) * 1000) / (rooms * each);
  let made = 0;
  const typeFor = async (ms: number) => {
    const from = performance.now();
    const acks: Promise<unknown>[] = [];
    for (let index = 0; ; index++) {
      const due = from + (index * 1000) / rate;
      if (due - from > ms) break;
      await pause(Math.max(0, due - performance.now()));
      const room = editors[index % rooms] as BenchEditor[];
      // A few type and the others look on, as in a meeting.
      const typist = room[Math.floor(index / rooms) % Math.min(each, 8)] as BenchEditor;
      const mark = `<${++made}>`;
      const at = performance.now();
      sent.set(mark, at);
      acks.push(typist.type(mark).then(() => isCounting && ack.push(performance.now() - at)));
    }
    await Promise.race([Promise.all(acks), pause(10_000)]);
    return acks.length;
  };
  await typeFor(1_500);
  isCounting = true;
  const cpuBefore = processFigures(pid).cpuSeconds;
  const edits = await typeFor(seconds * 1000);
  await pause(300);
  const cpu = ((processFigures(pid).cpuSeconds - cpuBefore) * 1000) / edits;
  for (const editor of editors.flat()) editor.close();
  await pause(500);
  return { peer, ack, memory, cpu };
}

const row = (name: string, { peer, ack, memory, cpu }: Measured, isOurs: boolean): Cell[] => [
  name,
  quantile(peer, 0.5),
  quantile(peer, 0.95),
  isOurs ? quantile(ack, 0.5) : '',
  isOurs ? quantile(ack, 0.95) : '',
  cpu,
  memory,
  isOurs ? verdict(quantile(ack, 0.95) <= longestAckMs, `ack p95 ≤ ${longestAckMs}`) : '',
];

async function run(title: string, databaseUrl?: string): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-bench-'));
  const server = await startServerProcess({
    dataDirectory,
    variables: {
      PROMPTVAULT_SIGN_UP: 'open',
      PROMPTVAULT_TESTING_LIMITS_OFF: 'yes',
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  });
  const relay = await startRelay();
  try {
    const most = Math.max(pairs * 2, ...crowds);
    const people = await signUpPeople(server.url, Math.ceil(most / tabsEach));
    const personOf = (index: number) => people[index % people.length] as Person;
    const rows: Cell[][] = [];
    const compare = async (name: string, rooms: number, each: number) => {
      const prompts: string[] = [];
      for (let room = 0; room < rooms; room++) prompts.push(await makePrompt(server.url, personOf(room)));
      const ours = await measure(server.pid, rooms, each, (room, index, onArrival) =>
        openEditor(server.url, personOf(room * each + index), prompts[room] as string, onArrival),
      );
      const bare = await measure(relay.pid, rooms, each, (room, _index, onArrival) =>
        openRelayed(relay.url, `${name}-${room}`, onArrival),
      );
      rows.push(row(name, ours, true), row('  bare relay', bare, false));
    };
    for (const crowd of crowds) await compare(`1 draft of ${crowd}`, 1, crowd);
    await compare(`${pairs} drafts of 2`, pairs, 2);
    printTable(
      `${title}: milliseconds from an edit to a peer and to its acknowledgement, ${rate} edits/s`,
      ['', 'peer p50', 'p95', 'ack p50', 'p95', 'CPU ms/edit', 'kB/connection', 'target'],
      rows,
    );
  } finally {
    await server.stop();
    relay.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

say(calibrate());
const only = textOption('only');
const postgres = process.env.TEST_DATABASE_URL;
if (only !== 'postgres') await run('Embedded database');
if (postgres && only !== 'embedded') await withDatabase(postgres, (url) => run('PostgreSQL', url));
else if (only !== 'embedded')
  say('\nPostgreSQL was left out: name a server that may make databases in TEST_DATABASE_URL.');
process.exit(0);
