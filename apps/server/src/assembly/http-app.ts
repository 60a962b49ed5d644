/** The HTTP application: request ids, the routes of all modules, health, the web app, and one place for errors. */
import { type Context, Hono } from 'hono';
import type { RequestFacts } from '../foundation/context/ctx.ts';
import { RouteError } from '../foundation/errors/foundation-errors.ts';
import { handlePage } from '../foundation/http/handle-page.ts';
import { handleRoute } from '../foundation/http/handle-route.ts';
import { problemOf } from '../foundation/http/problem-of.ts';
import type { RouteHost } from '../foundation/http/route-host.ts';
import type { Metrics } from '../foundation/metrics/metrics.ts';
import type { ModuleManifest } from '../foundation/module/define-module.ts';
import { openApiDocument } from './openapi.ts';
import { contentSecurityPolicy, isPrivateCaller, privateCallerPolicy } from './page-policy.ts';
import { referencePage } from './reference-page.ts';
import type { WebFiles } from './web-files.ts';

export interface HttpAppOptions {
  host: RouteHost;
  modules: readonly ModuleManifest[];
  metrics: Metrics;
  web: WebFiles;
  version: string;
  trustedProxies: number;
  /** Whether /metrics answers others than this machine. */
  openMetrics: boolean;
  secure: boolean;
  /** False while starting or draining. */
  isReady(): Promise<boolean>;
}

type Variables = { facts: RequestFacts; route: string };

const pageHeaders = [
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
] as const;

function addressOf(context: Context, proxies: number): string | null {
  const direct =
    (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
      ?.remoteAddress ?? null;
  if (proxies === 0) return direct;
  const forwarded = (context.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-proxies) ?? direct;
}

/** A browser's navigation, and probes that take anything; never what looks like a file. */
const wantsPage = (accept: string | undefined, path: string) =>
  !/\.[a-z0-9]{1,8}$/i.test(path) && /text\/html|\*\/\*/.test(accept ?? '*/*');

/** Whether the caller is on this machine itself, not behind a proxy on it. */
function isLocal(context: Context, address: string | null): boolean {
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => context.req.header(name));
  return !forwarded && (address === null || /^(?:127\.|::1$|::ffff:127\.)/.test(address));
}

/** Hono writes `:name` where the contract, like OpenAPI, writes `{name}`. */
const pattern = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

export function createHttpApp(options: HttpAppOptions): Hono<{ Variables: Variables }> {
  const { host, modules, metrics, web } = options;
  const app = new Hono<{ Variables: Variables }>();
  const policy = contentSecurityPolicy(web.pageScripts);

  app.use(async (context, next) => {
    const started = performance.now();
    const given = context.req.header('x-request-id');
    const id = given && /^[\w-]{8,64}$/.test(given) ? given : host.ports.newId();
    context.set('facts', {
      id,
      address: addressOf(context, options.trustedProxies),
      userAgent: context.req.header('user-agent')?.slice(0, 300) ?? null,
    });
    await next();
    context.res.headers.set('x-request-id', id);
    context.res.headers.set('x-content-type-options', 'nosniff');
    // Fifty small files of the app would carry 30 kB of what only a page needs.
    if (context.res.headers.get('content-type')?.startsWith('text/html'))
      for (const [name, value] of [['content-security-policy', policy] as const, ...pageHeaders])
        if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    if (options.secure) context.res.headers.set('strict-transport-security', 'max-age=31536000');
    if (web.buildId) context.res.headers.set('promptvault-build', web.buildId);
    const seconds = (performance.now() - started) / 1000;
    const route = context.get('route') ?? 'other';
    metrics.observeRequest({ method: context.req.method, route, status: context.res.status, seconds });
    host.log.debug('request', {
      requestId: id,
      method: context.req.method,
      route,
      status: context.res.status,
      ms: Math.round(seconds * 1000),
    });
  });

  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    const ready = await options.isReady();
    return context.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503);
  });
  app.get('/metrics', async (context) => {
    if (!options.openMetrics && !isLocal(context, context.get('facts').address))
      throw RouteError.not_found({ method: 'GET', path: '/metrics' });
    return context.text(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });

  let document: string | undefined;
  const openApi = () => {
    document ??= JSON.stringify(
      openApiDocument(
        modules.flatMap(({ name, routes = [] }) => routes.map(({ route }) => ({ tag: name, route }))),
        options.version,
      ),
    );
    return document;
  };
  app.get('/api/v1/openapi.json', (context) =>
    context.body(openApi(), 200, { 'content-type': 'application/json; charset=utf-8' }),
  );
  app.get('/api/reference', (context) => context.html(referencePage(JSON.parse(openApi()))));

  const methodsOf = new Map<string, string[]>();
  for (const served of modules.flatMap((module) => module.routes ?? [])) {
    const { route } = served;
    const path = pattern(route.path);
    methodsOf.set(path, [...(methodsOf.get(path) ?? []), route.method.toUpperCase()]);
    app.on(route.method.toUpperCase(), path, (context) => {
      context.set('route', route.operationId);
      return handleRoute(host, served, context, context.get('facts'));
    });
  }
  for (const page of modules.flatMap((module) => module.pages ?? []))
    app.on(page.method.toUpperCase(), pattern(page.path), (context) => {
      context.set('route', page.path);
      return handlePage(host, page, context, context.get('facts'));
    });
  for (const [path, allow] of methodsOf)
    app.all(path, (context) => {
      throw RouteError.method_not_allowed({ method: context.req.method, allow });
    });

  app.notFound(async (context) => {
    const { path, method } = context.req;
    if ((method === 'GET' || method === 'HEAD') && !path.startsWith('/api/')) {
      const answer = await web.answer(path, {
        encoding: context.req.header('accept-encoding') ?? '',
        html: wantsPage(context.req.header('accept'), path),
      });
      if (answer && isPrivateCaller(path))
        answer.headers.set('content-security-policy', privateCallerPolicy(context.req.query('to')));
      if (answer) return answer;
    }
    throw RouteError.not_found({ method, path: path.slice(0, 200) });
  });

  app.onError((thrown, context) => {
    const facts = context.get('facts');
    const answer = problemOf(thrown, {
      requestId: facts?.id ?? '',
      instance: context.req.path.slice(0, 500),
    });
    if (answer.unexpected || answer.status === 503)
      host.log.error('a request failed', {
        requestId: facts?.id,
        route: context.get('route'),
        error: thrown,
      });
    return context.newResponse(JSON.stringify(answer.body), answer.status as never, answer.headers);
  });
  return app;
}
