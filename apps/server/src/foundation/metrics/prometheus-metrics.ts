import type { Registry } from 'prom-client';
import type { Log } from '../log/log.ts';
import type { Metrics } from './metrics.ts';

type Library = typeof import('prom-client');

type Loaded = { library: Library; registry: Registry };

const prefix = 'promptvault_';
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Observations made before the library is loaded; beyond that the oldest are forgotten. */
const mostWaiting = 10_000;

/**
 * Metrics in the Prometheus format. The library is loaded when the process has nothing better to do, not on
 * the way to the first page; what is observed before waits for it.
 */
export function createMetrics({ log }: { log: Log }): Metrics {
  let loaded: Loaded | undefined;
  const waiting: ((loaded: Loaded) => void)[] = [];

  const load = async () => {
    const library = await import('prom-client');
    const registry = new library.Registry();
    // The default of 10 ms would be most of what an idle process does.
    library.collectDefaultMetrics({ register: registry, prefix, eventLoopMonitoringPrecision: 100 });
    loaded = { library, registry };
    for (const use of waiting.splice(0)) use(loaded);
    return loaded;
  };
  let loading: Promise<Loaded> | undefined;
  const ready = () => {
    loading ??= load();
    return loading;
  };

  const whenLoaded = (use: (loaded: Loaded) => void) => {
    if (loaded) return use(loaded);
    waiting.push(use);
    // The first few are the declarations, without which nothing else could be counted.
    if (waiting.length > mostWaiting) waiting.splice(mostWaiting / 2, 1);
    if (!loading)
      setTimeout(() => ready().catch((error) => log.error('metrics failed', { error })), 2_000).unref();
  };

  const counter: Metrics['counter'] = (name, help, labels = []) => {
    let made: import('prom-client').Counter | undefined;
    whenLoaded(({ library, registry }) => {
      made = new library.Counter({
        name: `${prefix}${name}`,
        help,
        labelNames: [...labels],
        registers: [registry],
      });
    });
    return { add: (amount = 1, values = {}) => whenLoaded(() => made?.inc({ ...values }, amount)) };
  };

  const histogram: Metrics['histogram'] = (name, help, labels = []) => {
    let made: import('prom-client').Histogram | undefined;
    whenLoaded(({ library, registry }) => {
      made = new library.Histogram({
        name: `${prefix}${name}`,
        help,
        labelNames: [...labels],
        buckets,
        registers: [registry],
      });
    });
    return { observe: (seconds, values = {}) => whenLoaded(() => made?.observe({ ...values }, seconds)) };
  };

  const requests = histogram('http_request_seconds', 'Time to answer a request.', [
    'method',
    'route',
    'status',
  ]);

  return {
    contentType: 'text/plain; version=0.0.4; charset=utf-8',
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe(seconds, {
        // Anybody can invent a method; each would be a new series.
        method: methods.has(method) ? method : 'other',
        route,
        status: String(status),
      }),
    counter,
    histogram,
    gauge: (name, help, read) =>
      whenLoaded(({ library, registry }) => {
        new library.Gauge({
          name: `${prefix}${name}`,
          help,
          registers: [registry],
          async collect() {
            // One number that cannot be read must not hide the others.
            try {
              this.set(await read());
            } catch (error) {
              this.reset();
              log.warn('a metric could not be read', { metric: name, error });
            }
          },
        });
      }),
    text: async () => (await ready()).registry.metrics(),
  };
}
