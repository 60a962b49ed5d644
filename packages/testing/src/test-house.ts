/**
 * A whole server for tests, without a port: the real application on a real database (embedded in memory, or
 * one made on TEST_DATABASE_URL), with an organization whose members have each seeded role, a guest of it whom
 * `grant` shows single prompts, and a stranger who owns another one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteDefinition } from '@promptvault/contract/define-route';
import { type Application, assemble } from '@promptvault/server/assembly/assemble';
import { enterAsInsider } from '@promptvault/server/assembly/enter-as-insider';
import type { Clock } from '@promptvault/server/foundation/clock/clock';
import type { Ctx } from '@promptvault/server/foundation/context/ctx';
import { readEnvironment } from '@promptvault/server/foundation/env';
import { silentLog } from '@promptvault/server/foundation/log/log';
import { addGuests } from '@promptvault/server/modules/account/organizations/index';
import { emptyCluster, makeDatabase } from './empty-database.ts';
import type { FakeClock } from './fake-clock.ts';

export type MemberRole = 'owner' | 'admin' | 'editor' | 'viewer';
export type Caller = MemberRole | 'guest' | 'stranger' | 'nobody';
export const callers: readonly Caller[] = [
  'owner',
  'admin',
  'editor',
  'viewer',
  'guest',
  'stranger',
  'nobody',
];

export interface Answer {
  status: number;
  // A test reads whatever the contract promises; the contract's own tests check the shapes.
  // biome-ignore lint/suspicious/noExplicitAny: the body's type is the route's
  body: any;
  headers: Headers;
}

export interface CallInput {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** The revision for If-Match. */
  revision?: number;
}

/** What a request can carry: text, bytes, or a stream of bytes. */
export type SendBody = string | Uint8Array | ReadableStream<Uint8Array>;

export interface Client {
  /** Calls a route of the contract. */
  call(route: RouteDefinition, input?: CallInput): Promise<Answer>;
  /** Sends anything at all. */
  send(
    method: string,
    path: string,
    body?: SendBody | null,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export interface Person {
  userId: string;
  sessionId: string;
  name: string;
  /** Another one in each house: limits that several houses share count by it. */
  email: string;
  cookie: string;
}

export interface TestHouse {
  application: Application;
  /** The organization of owner, admin, editor and viewer. */
  organizationId: string;
  /** The stranger's organization. */
  strangersOrganizationId: string;
  people: Record<Exclude<Caller, 'nobody'>, Person>;
  /** A client whose tab works in the caller's own organization, or in another when one is named. */
  as(caller: Caller, organizationId?: string): Client;
  /** Shows the guest one prompt; answers the id of the grant. At first they see one that is not there. */
  grant(promptId: string, level: 'read' | 'comment', expiresAt?: Date): Promise<string>;
  /**
   * Waits until every listener has had the organization's events. Where time stands still it goes on meanwhile:
   * events beside an older transaction, of any test on the same server, are looked for again a little later.
   */
  deliver(organizationId?: string): Promise<void>;
  /** Runs `fn` in a transaction as this person. */
  within<T>(caller: Exclude<Caller, 'nobody'>, fn: (ctx: Ctx) => Promise<T>): Promise<T>;
  dataDirectory: string;
  close(): Promise<void>;
}

export interface TestHouseOptions {
  clock?: Clock;
  /** Variables of the environment, such as PROMPTVAULT_SIGN_UP. */
  variables?: Record<string, string>;
}

const origin = 'http://localhost:3000';
const isFake = (clock: Clock): clock is FakeClock => 'advance' in clock;

function clientOf(application: Application, cookie: string | null, organizationId: string | null): Client {
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const all = new Headers({ origin, ...headers });
    if (cookie) all.set('cookie', cookie);
    if (organizationId && !all.has('promptvault-organization'))
      all.set('promptvault-organization', organizationId);
    const response = await application.app.request(`${origin}${path}`, {
      method,
      headers: all,
      ...(body === undefined || body === null ? {} : { body }),
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit);
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  };
  return {
    send,
    call: (route, { params = {}, query, body, headers = {}, revision } = {}) => {
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(params[name] ?? ''),
      );
      const search = query
        ? `?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`
        : '';
      return send(
        route.method.toUpperCase(),
        path + search,
        body === undefined ? null : JSON.stringify(body),
        {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
          ...headers,
        },
      );
    },
  };
}

/** The password of everyone in the house. */
export const housePassword = 'a long enough password';

export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-house-'));
  const server = process.env.TEST_DATABASE_URL;
  const database = server ? await makeDatabase(server) : undefined;
  const read = readEnvironment({
    PROMPTVAULT_DATA: dataDirectory,
    PROMPTVAULT_SIGN_UP: 'open',
    PROMPTVAULT_TESTING_LIMITS_OFF: 'yes',
    ...(database ? { DATABASE_URL: database.url } : {}),
    ...(process.env.TEST_REDIS_URL ? { REDIS_URL: process.env.TEST_REDIS_URL } : {}),
    ...options.variables,
  });
  if ('problem' in read) throw new Error(read.problem);
  const application = await assemble({
    environment: read.ok,
    log: silentLog,
    webDirectory: join(dataDirectory, 'no-web'),
    version: '0.0.0',
    ...(options.clock ? { clock: options.clock } : {}),
    ...(database ? {} : { inMemory: true, template: await emptyCluster() }),
  });

  const nobody = clientOf(application, null, null);
  const post = async (client: Client, path: string, body: unknown) => {
    const answer = await client.send('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
    });
    if (answer.status >= 400)
      throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const tail = Math.random().toString(36).slice(2, 8);
  const signUp = async (name: string): Promise<Person> => {
    const email = `${name.toLowerCase()}-${tail}@example.com`;
    const answer = await post(nobody, '/api/v1/sign-up', {
      name,
      email,
      password: housePassword,
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const sessions = await clientOf(application, cookie, null).send('GET', '/api/v1/me/sessions');
    return { userId: answer.body.id, sessionId: sessions.body.items[0].id, name, email, cookie };
  };
  const owner = await signUp('Owner');
  const founding = await post(clientOf(application, owner.cookie, null), '/api/v1/organizations', {
    name: 'Northwind',
  });
  const organizationId: string = founding.body.organizationId;
  const joinAs = async (role: Exclude<MemberRole, 'owner'>): Promise<Person> => {
    const person = await signUp(role[0]?.toUpperCase() + role.slice(1));
    const invited = await post(clientOf(application, owner.cookie, organizationId), '/api/v1/invitations', {
      role,
    });
    const token = String(invited.body.link).split('/').at(-1);
    await post(clientOf(application, person.cookie, null), `/api/v1/invitation-links/${token}/accept`, {});
    return person;
  };
  const people = {
    owner,
    admin: await joinAs('admin'),
    editor: await joinAs('editor'),
    viewer: await joinAs('viewer'),
    guest: await signUp('Guest'),
    stranger: await signUp('Stranger'),
  };
  const strange = await post(clientOf(application, people.stranger.cookie, null), '/api/v1/organizations', {
    name: 'Southwind',
  });
  const strangersOrganizationId: string = strange.body.organizationId;
  const home = (caller: Caller) => (caller === 'stranger' ? strangersOrganizationId : organizationId);

  const within: TestHouse['within'] = async (caller, fn) => {
    const { userId, sessionId } = people[caller];
    const credential = { kind: 'session' as const, userId, sessionId, ambient: false };
    return (await enterAsInsider(application.host, credential, home(caller))).within(fn);
  };
  const grant: TestHouse['grant'] = async (promptId, level, expiresAt) => {
    const { email: sentTo } = people.guest;
    const { rows, token } = await within('owner', (ctx) =>
      addGuests(ctx, { sentTo, level, promptIds: [promptId], expiresAt: expiresAt ?? null }),
    );
    const guest = clientOf(application, people.guest.cookie, null);
    await post(guest, `/api/v1/invitation-links/${token}/accept`, {});
    return rows[0]?.id ?? '';
  };
  await grant(application.services.ports.newId(), 'comment');
  const deliver: TestHouse['deliver'] = async (organization = organizationId) => {
    let isOver = false;
    const done = application.dispatcher.deliver(organization).finally(() => {
      isOver = true;
    });
    const { clock } = options;
    if (clock && isFake(clock))
      while (!isOver) {
        await clock.advance(100);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    await done;
  };

  return {
    application,
    organizationId,
    strangersOrganizationId,
    people,
    dataDirectory,
    grant,
    deliver,
    within,
    as: (caller, organization) =>
      clientOf(application, caller === 'nobody' ? null : people[caller].cookie, organization ?? home(caller)),
    async close() {
      await application.close();
      await database?.drop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
