/**
 * A module as one value. Assembly finds the modules by folder, orders them by modules.json and joins what
 * they declare; nothing else lists them.
 */
import type * as z from 'zod';
import type { Insider } from '../context/actor.ts';
import type { Ctx, Ports } from '../context/ctx.ts';
import type { EventDeclaration } from '../context/define-event.ts';
import type { Database } from '../db/database.ts';
import type { TableClasses } from '../db/table-classes.ts';
import type { Environment } from '../env.ts';
import type { Capabilities, Credential } from '../http/capabilities.ts';
import type { PageDeclaration } from '../http/handle-page.ts';
import type { ServedRoute } from '../http/serve.ts';
import type { NoticeDeclaration } from './notices.ts';
import type { SharingDeclaration, SubjectFacts } from './subjects.ts';

export interface PermissionDeclaration {
  /** What it lets one do, for the roles page. */
  summary: string;
  /** The seeded roles that have it; and guests, for what they need before any thing they are granted. */
  roles: readonly ('owner' | 'admin' | 'editor' | 'viewer' | 'guest')[];
}

export interface JobDeclaration<S extends z.ZodType = z.ZodType> {
  /** `soon` within a second, `later` when there is time. */
  urgency: 'soon' | 'later';
  data: S;
  /** Runs once per period for the whole instance; the data is then `{}`. */
  cron?: string;
  retries?: number;
  /** Imported when the first job of its kind runs. */
  handler(): Promise<(work: JobWork, data: z.output<S>) => Promise<void>>;
}

/** What a job works with: services, and a transaction for an organization when it needs one. */
export interface JobWork {
  ports: Ports;
  signal: AbortSignal;
  db: Database;
}

interface ListenerBase {
  name: string;
  events: readonly EventDeclaration[];
  /**
   * How long an event may wait, in ms, for others that then cost no transaction of their own; 0 unless said. Where
   * they keep coming, it may be a second.
   */
  patienceMs?: number;
}

/** in_transaction: in the emitter's own (rare). after: at least once, with its own cursor; idempotent by event id. */
interface EachListener extends ListenerBase {
  when: 'in_transaction' | 'after';
  handle(ctx: Ctx, event: RecordedEvent): Promise<void>;
}

/** For work that costs the same for many events as for one. */
interface ManyListener extends ListenerBase {
  when: 'after';
  handleAll(ctx: Ctx, events: readonly RecordedEvent[]): Promise<void>;
}

export type ListenerDeclaration = EachListener | ManyListener;

export interface RecordedEvent {
  id: string;
  organizationId: string;
  seq: string;
  type: string;
  version: number;
  actor: string;
  subject: { kind: string; id: string };
  payload: unknown;
  at: Date;
}

/** A topic of a tab's one live connection, such as `run:<id>`. */
export type SocketTopic = FollowedTopic | SpokenTopic;

interface OpenedTopic {
  topic: string;
  /** Checks, in a transaction of its own, that the actor may; what it returns is given on. */
  open(ctx: Ctx<Insider>, id: string): Promise<unknown>;
}

/** A topic that is only listened to. */
export interface FollowedTopic extends OpenedTopic {
  follow(
    ports: Ports,
    opened: never,
    signal: AbortSignal,
    after: string | null,
  ): AsyncIterable<{ id: string; data: unknown }>;
}

/** A topic on which both sides speak, in bytes. */
export interface SpokenTopic extends OpenedTopic {
  /** Lets a caller in; what it returns hears each frame of theirs. */
  join(ports: Ports, opened: never, caller: SocketCaller): Promise<(frame: Uint8Array) => void>;
}

/** One subscription to a spoken topic. */
export interface SocketCaller {
  /** Aborted when the caller leaves, loses the connection or may no longer be here. */
  signal: AbortSignal;
  send(frame: Uint8Array): void;
  /** Opens the topic again, and ends the subscription when that is refused. */
  recheck(): void;
}

/** A kind of thing that others can point at, comment or share. */
export interface SubjectDeclaration {
  kind: string;
  /**
   * The thing as the actor of `ctx` sees it, for modules that only hold its kind and id. A kind without this
   * cannot be commented, shared or told about. @throws resource.not_found, auth.forbidden
   */
  open?(ctx: Ctx, id: string): Promise<SubjectFacts>;
  /** Present for what may be shown to people outside. */
  sharing?: SharingDeclaration;
  /** Makes one in the organization, for demonstration data and the generated tests of the wall. */
  sample(ctx: Ctx): Promise<{ id: string }>;
}

export interface ModuleManifest {
  name: string;
  tables?: TableClasses;
  permissions?: Readonly<Record<string, PermissionDeclaration>>;
  routes?: readonly ServedRoute[];
  /** Pages the server writes itself, for people who hold no more than a link. */
  pages?: readonly PageDeclaration[];
  events?: readonly EventDeclaration[];
  listeners?: readonly ListenerDeclaration[];
  jobs?: Readonly<Record<string, JobDeclaration>>;
  sockets?: readonly SocketTopic[];
  subjects?: readonly SubjectDeclaration[];
  /** Kinds of notices the module sends to people, made with `defineNotice`. */
  notices?: readonly NoticeDeclaration[];
  /** Entitlements and meters that plans may grant; without billing all are granted. */
  entitlements?: readonly string[];
  meters?: readonly string[];
  /** Ways to recognise a caller, tried in the order of the modules. */
  authenticators?: readonly ((request: Request, services: Services) => Promise<Credential | undefined>)[];
  /** What the HTTP layer needs from a module, such as the event log or the membership check. */
  provides?:
    | Partial<Capabilities>
    | ((services: Services, modules: readonly ModuleManifest[]) => Partial<Capabilities>);
  /** Runs once after the start and before the first request. */
  start?(services: Services): Promise<void>;
  /** Runs at shutdown, before the database closes. */
  stop?(services: Services): Promise<void>;
}

/** What assembly gives a module that needs the instance itself. */
export interface Services {
  db: Database;
  ports: Ports;
  environment: Environment;
}

export const defineModule = (manifest: ModuleManifest): ModuleManifest => manifest;
/** Keeps the type of the data while a manifest is written. */
export const defineJob = <S extends z.ZodType>(job: JobDeclaration<S>): JobDeclaration =>
  job as unknown as JobDeclaration;
