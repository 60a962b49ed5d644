import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ScriptError } from '../say.mjs';
import { runSteps } from './run-steps.mjs';

beforeEach(() => vi.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

const step = (name, run) => ({ name, run: async () => run() });

test('all steps run, counts are summed, a failed step without tests counts once', async () => {
  const { total, failed } = await runSteps([
    step('lint', () => ({ ok: false })),
    step('tests', () => ({
      ok: false,
      counts: { passed: 5, failed: 2, skipped: 1, names: ['adds', 'takes'] },
    })),
    step('types', () => ({ ok: true })),
  ]);
  expect(failed).toEqual(['lint', 'tests']);
  expect(total).toEqual({ passed: 5, failed: 3, skipped: 1, names: ['lint', 'adds', 'takes'] });
});

test('what a person must do is a failed step, anything else is a crash', async () => {
  const lacking = step('journeys', () => {
    throw new ScriptError('install Chromium');
  });
  expect((await runSteps([lacking])).failed).toEqual(['journeys']);
  const crashing = step('journeys', () => {
    throw new TypeError('undefined is not a function');
  });
  await expect(runSteps([crashing])).rejects.toThrow(TypeError);
});
