import { expect, test } from 'vitest';
import { emptyAnswer, mayContinue, type RunAnswer, withBefore } from './run-answer.ts';

const answer = (more: Partial<RunAnswer>): RunAnswer => ({ ...emptyAnswer, text: 'So far', ...more });

test('only an answer that ended before its end can be gone on with', () => {
  const going: Partial<RunAnswer>[] = [
    { status: 'interrupted' },
    { status: 'stopped' },
    { status: 'failed' },
    { status: 'finished', finishReason: 'length' },
  ];
  for (const more of going) expect(mayContinue(answer(more)), JSON.stringify(more)).toBe(true);
  const not: Partial<RunAnswer>[] = [
    { status: 'running' },
    { status: 'queued' },
    { status: 'finished', finishReason: 'stop' },
    { status: 'interrupted', text: ' \n' },
  ];
  for (const more of not) expect(mayContinue(answer(more)), JSON.stringify(more)).toBe(false);
});

test('an answer that goes on shows what stood before it, and is the same thing as long as nothing changes', () => {
  const heard = answer({ text: ' and on' });
  const whole = withBefore(heard, 'Begun');
  expect(whole.text).toBe('Begun and on');
  expect(withBefore(heard, 'Begun')).toBe(whole);
  expect(withBefore(heard, 'Other').text).toBe('Other and on');
  expect(withBefore(heard, '')).toBe(heard);
});
