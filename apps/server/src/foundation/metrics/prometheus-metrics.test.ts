import { describe, expect, it } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createMetrics } from './prometheus-metrics.ts';

describe('metrics', () => {
  it('count requests by method, route and status, also those before the first look', async () => {
    const metrics = createMetrics({ log: silentLog });
    const request = { method: 'GET', route: '/api/v1/prompts/{id}', status: 200 };
    metrics.observeRequest({ ...request, seconds: 0.004 });
    expect(await metrics.text()).toContain(
      'promptvault_http_request_seconds_bucket{le="0.005",method="GET",route="/api/v1/prompts/{id}",status="200"} 1',
    );
    metrics.observeRequest({ ...request, seconds: 0.2 });
    metrics.observeRequest({ ...request, method: 'INVENTED', seconds: 0.2 });
    const text = await metrics.text();
    expect(text).toContain('_count{method="GET",route="/api/v1/prompts/{id}",status="200"} 2');
    expect(text).toContain('method="other"');
    expect(text).not.toContain('INVENTED');
  });

  it('hold numbers of the process and those of modules', async () => {
    const metrics = createMetrics({ log: silentLog });
    const runs = metrics.counter('runs_total', 'Runs started.', ['outcome']);
    runs.add(1, { outcome: 'completed' });
    runs.add(2, { outcome: 'completed' });
    metrics.gauge('queue_length', 'Jobs waiting.', async () => 7);
    metrics.gauge('broken', 'Cannot be read.', () => {
      throw new Error('no');
    });
    const text = await metrics.text();
    expect(text).toContain('promptvault_runs_total{outcome="completed"} 3');
    expect(text).toContain('promptvault_queue_length 7');
    expect(text).toMatch(/promptvault_process_resident_memory_bytes \d+/);
    expect(text).toMatch(/promptvault_nodejs_eventloop_lag_seconds /);
  });

  it('stay apart from those of another instance in the process, and bounded before they are loaded', async () => {
    const [one, two] = [createMetrics({ log: silentLog }), createMetrics({ log: silentLog })];
    const counter = one.counter('apart_total', 'Only here.');
    for (let i = 0; i < 20_000; i++) counter.add();
    expect(await one.text()).toMatch(/promptvault_apart_total \d+/);
    expect(await two.text()).not.toContain('apart_total');
  });
});
