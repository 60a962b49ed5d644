/**
 * The composition root: opens the database and the ports, joins what the modules declare, and gives back an
 * application that can listen. The steps stand in the order in which they must happen.
 */
import type { Hono } from 'hono';
import type { Clock } from '../foundation/clock/clock.ts';
import type { Ports } from '../foundation/context/ctx.ts';
import type { Environment } from '../foundation/env.ts';
import type { Capabilities } from '../foundation/http/capabilities.ts';
import { createOpenedTopics } from '../foundation/http/opened-topics.ts';
import { createRequestLimits } from '../foundation/http/request-limits.ts';
import type { RouteHost } from '../foundation/http/route-host.ts';
import { workWithin } from '../foundation/http/transact.ts';
import { createJobQueue, type JobQueue } from '../foundation/jobs/job-queue.ts';
import type { Log } from '../foundation/log/log.ts';
import { createMetrics } from '../foundation/metrics/prometheus-metrics.ts';
import type {
  JobDeclaration,
  ModuleManifest,
  Services,
  SocketTopic,
} from '../foundation/module/define-module.ts';
import { type EventDispatcher, startEventDispatcher } from '../foundation/module/dispatch-events.ts';
import { joinNotices } from '../foundation/module/notices.ts';
import { joinSubjects } from '../foundation/module/subjects.ts';
import { tellGathered } from '../foundation/module/wake-listeners.ts';
import { findModules } from './find-modules.ts';
import { createHttpApp } from './http-app.ts';
import { openDatabase, openPorts } from './open-ports.ts';
import { openWebFiles } from './web-files.ts';

export interface AssembleOptions {
  environment: Environment;
  log: Log;
  webDirectory: string;
  version: string;
  clock?: Clock;
  inMemory?: boolean;
  template?: Uint8Array;
  /** Called after each step with its name; the start prints memory there. */
  onStep?(step: string): void;
}

export interface Application {
  app: Hono<never>;
  host: RouteHost;
  services: Services;
  modules: readonly ModuleManifest[];
  topics: ReadonlyMap<string, SocketTopic>;
  jobs: JobQueue;
  dispatcher: EventDispatcher;
  /** Stops taking work, lets what runs end, and closes the database last. */
  close(): Promise<void>;
}

/** Every capability must be provided by exactly one module. */
function joinCapabilities(services: Services, modules: readonly ModuleManifest[]): Capabilities {
  const joined: Record<string, unknown> = {};
  for (const { name, provides } of modules)
    for (const [key, value] of Object.entries(
      (typeof provides === 'function' ? provides(services, modules) : provides) ?? {},
    )) {
      if (key in joined) throw new Error(`${name} provides ${key}, which another module provides already.`);
      joined[key] = value;
    }
  return joined as unknown as Capabilities;
}

function joinJobs(modules: readonly ModuleManifest[]): Record<string, JobDeclaration> {
  return Object.fromEntries(modules.flatMap((module) => Object.entries(module.jobs ?? {})));
}

export async function assemble(options: AssembleOptions): Promise<Application> {
  const { environment, log, onStep = () => {} } = options;
  const modules = await findModules();
  onStep('modules');
  const openOptions = {
    ...options,
    classes: modules.flatMap((module) => (module.tables ? [module.tables] : [])),
  };
  const db = await openDatabase(openOptions);
  onStep('database');
  try {
    const jobs = createJobQueue(db, joinJobs(modules), log);
    await jobs.prepare();
    onStep('jobs');
    const openedPorts = await openPorts(db, openOptions);
    await db.seal();
    onStep('ports');
    let host: RouteHost;
    const ports: Ports = {
      ...openedPorts,
      subjects: joinSubjects(modules.flatMap((module) => module.subjects ?? [])),
      notices: joinNotices(modules.flatMap((module) => module.notices ?? [])),
      listeners: modules.flatMap((module) => module.listeners ?? []),
      within: (scope, fn) => workWithin(host)(scope, fn),
    };
    const services: Services = { db, ports, environment };
    host = {
      db,
      ports,
      log,
      capabilities: joinCapabilities(services, modules),
      listeners: ports.listeners,
      openedTopics: createOpenedTopics(ports),
      limits: createRequestLimits(ports.limits, ports.clock.now, environment.testing.limitsOff),
      trustedOrigins: environment.http.trustedOrigins,
      async authenticate(request) {
        for (const module of modules)
          for (const authenticator of module.authenticators ?? []) {
            const credential = await authenticator(request, services);
            if (credential) return credential;
          }
        return undefined;
      },
      sendJob: (tx, kind, data, sendOptions) => jobs.send(tx, kind, data, sendOptions),
    };
    for (const module of modules) await module.start?.(services);
    await jobs.work((signal) => ({ ports, signal, db }));
    const metrics = createMetrics({ log });
    const dispatcher = startEventDispatcher(host, host.listeners, { metrics });
    dispatcher.catchUp().catch((error) => log.error('the listeners could not catch up', { error }));
    onStep('modules started');

    let draining = false;
    const app = createHttpApp({
      host,
      modules,
      metrics,
      web: openWebFiles(options.webDirectory),
      version: options.version,
      trustedProxies: environment.http.trustedProxies,
      openMetrics: environment.openMetrics,
      secure: environment.http.publicUrl.startsWith('https:'),
      isReady: async () => !draining && (await db.ping(2_000)),
    });
    const topics = new Map(
      modules.flatMap((module) => module.sockets ?? []).map((topic) => [topic.topic, topic]),
    );
    return {
      app: app as unknown as Hono<never>,
      host,
      services,
      modules,
      topics,
      jobs,
      dispatcher,
      async close() {
        draining = true;
        for (const module of [...modules].reverse()) await module.stop?.(services);
        await dispatcher.stop();
        await jobs.stop();
        await ports.isolate.shutDown();
        await ports.streams.shutDown();
        host.openedTopics.close();
        await tellGathered(ports);
        await Promise.all([ports.bus.close(), ports.limits.close(), ports.mail.close()]);
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}
