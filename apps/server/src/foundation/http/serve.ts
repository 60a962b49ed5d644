/**
 * Joins a contract route with what answers it, in the order of a sentence:
 * `serve(route).open(openPrompt).run(commitVersion).view(toVersion)`.
 *
 * The permission is written once, in the route. `open` finds and checks the thing and mints the proof for that
 * very permission; `run` takes an operation that demands it, so a mismatch does not compile.
 */
import type {
  RouteDefinition,
  RouteEvent,
  RouteInput,
  RouteResponse,
} from '@promptvault/contract/define-route';
import type { Actor, NobodyActor, SignedInActor } from '../context/actor.ts';
import type { Authorized } from '../context/authorized.ts';
import type { Ctx, Ports, RequestFacts } from '../context/ctx.ts';

/** Finds the thing the input names, checks the permission, mints the proof. */
export type Opener<T, Needs> = <const P extends string>(
  ctx: Ctx,
  input: Needs,
  permission: P,
) => Promise<Authorized<T, P>>;

/** The actor of a route without an organization. */
export type OutsiderOf<R extends RouteDefinition> = R['permission'] extends 'public'
  ? NobodyActor | SignedInActor
  : SignedInActor;

/** For work that calls outside: each `transaction` opens and checks anew, and nothing is open in between. */
export interface Outside<T> {
  transaction<O>(fn: (ctx: Ctx, opened: T) => Promise<O>): Promise<O>;
  request: RequestFacts;
  signal: AbortSignal;
  ports: Ports;
}

/** For routes outside any organization (sign-in, invitations): the raw request, and scopes on demand. */
export interface Lobby<A extends Actor> {
  actor: A;
  request: RequestFacts;
  headers: Headers;
  ports: Ports;
  welcome(person: { userId: string; name: string; invitation: string | null }): Promise<void>;
  isInvited(token: string): Promise<boolean>;
  /** A transaction that sees this person's rows, and those of the organization when one is given. */
  transaction<O>(
    scope: { organizationId?: string; userId?: string },
    fn: (ctx: Ctx<Actor>) => Promise<O>,
  ): Promise<O>;
}

type Viewed<R extends RouteDefinition> = RouteResponse<R> | Promise<RouteResponse<R>>;

/** A file that is written while it is read. */
export interface ServedFile {
  name: string;
  type: string;
  parts: AsyncIterable<string>;
}

export interface ServedRoute {
  route: RouteDefinition;
  open?: Opener<object, never>;
  run?: (ctx: Ctx, opened: never, input: never) => Promise<unknown>;
  outside?: (outside: Outside<never>, input: never) => Promise<unknown>;
  lobby?: (lobby: Lobby<never>, input: never) => Promise<unknown>;
  view?: (result: never, ctx: Ctx) => unknown;
  /** Response headers beside the body; used for cookies. */
  headers?: (result: never) => Headers | undefined;
  /** Writes a file after the transaction has ended. */
  file?: (ports: Ports, result: never, signal: AbortSignal) => ServedFile;
  /** Follows after the transaction has ended. */
  stream?: (
    ports: Ports,
    result: never,
    signal: AbortSignal,
    after: string | null,
  ) => AsyncIterable<{ id: string; data: unknown }>;
}

interface Answer<R extends RouteDefinition, Out> {
  file(write: (ports: Ports, result: Out, signal: AbortSignal) => ServedFile): ServedRoute;
  view(view: (result: Out, ctx: Ctx) => Viewed<R>): ServedRoute;
  stream(
    follow: (
      ports: Ports,
      result: Out,
      signal: AbortSignal,
      after: string | null,
    ) => AsyncIterable<{ id: string; data: RouteEvent<R> }>,
  ): ServedRoute;
}

interface Opened<R extends RouteDefinition, T> {
  run<Out>(
    operation: (ctx: Ctx, opened: Authorized<T, R['permission']>, input: RouteInput<R>) => Promise<Out>,
  ): Answer<R, Out>;
  outside<Out>(
    operation: (outside: Outside<Authorized<T, R['permission']>>, input: RouteInput<R>) => Promise<Out>,
  ): Answer<R, Out>;
}

interface InLobby<R extends RouteDefinition, Out> {
  view(view: (result: Out) => RouteResponse<R>, headers?: (result: Out) => Headers | undefined): ServedRoute;
}

interface Served<R extends RouteDefinition> {
  open<T extends object>(opener: Opener<T, RouteInput<R>>): Opened<R, T>;
  lobby<Out>(operation: (lobby: Lobby<OutsiderOf<R>>, input: RouteInput<R>) => Promise<Out>): InLobby<R, Out>;
}

function answer(parts: ServedRoute): Answer<never, never> {
  return {
    ...parts,
    view: (view: unknown) => ({ ...parts, view }) as ServedRoute,
    file: (file: unknown) => ({ ...parts, file }) as ServedRoute,
    stream: (stream: unknown) => ({ ...parts, stream }) as ServedRoute,
  } as never;
}

/** Starts the sentence. */
export function serve<const R extends RouteDefinition>(route: R): Served<R> {
  const served = {
    open: (open: unknown) => ({
      run: (run: unknown) => answer({ route, open, run } as ServedRoute),
      outside: (outside: unknown) => answer({ route, open, outside } as ServedRoute),
    }),
    lobby: (lobby: unknown) => ({
      view: (view: unknown, headers: unknown) => ({ route, lobby, view, headers }) as ServedRoute,
    }),
  };
  return served as unknown as Served<R>;
}
