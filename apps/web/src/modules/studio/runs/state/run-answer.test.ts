import { expect, test } from 'vitest';
import {
  emptyAnswer,
  joinAnswers,
  mayContinue,
  type RunAnswer,
  type RunDetail,
  type RunStatus,
  withBefore,
} from './run-answer.ts';

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

const row = (status: RunStatus) => {
  const { position: _position, isRepairing: _isRepairing, text: _text, ...facts } = answer({ status });
  const { reasoning: _reasoning, toolCalls: _calls, warnings: _warnings, result: _result, ...told } = facts;
  return told as unknown as RunDetail;
};
const detail = (status: RunStatus, output: string): RunDetail => ({
  ...row(status),
  ...{ output, continued: null, reasoning: '', toolCalls: [], warnings: [], techniqueResult: null },
});

test('what is heard of a run is ahead of its row until the row has the end', () => {
  expect(joinAnswers(undefined, row('queued')).status).toBe('queued');
  const heard = answer({ status: 'running', text: 'Half' });
  expect(joinAnswers(heard, row('queued'))).toBe(heard);
  expect(joinAnswers(heard, detail('running', 'Ha'))).toBe(heard);
  expect(joinAnswers(heard, row('finished'))).toMatchObject({ status: 'finished', text: 'Half' });
  expect(joinAnswers(heard, detail('finished', 'Half and half'))).toMatchObject({
    status: 'finished',
    text: 'Half and half',
  });
  const whole = answer({ status: 'finished', text: 'Whole' });
  expect(joinAnswers(whole, detail('running', 'Wh'))).toBe(whole);
});

test('nothing heard of a run that is over leaves what its row tells', () => {
  expect(joinAnswers(answer({ status: 'queued', text: '' }), detail('finished', 'Done'))).toMatchObject({
    status: 'finished',
    text: 'Done',
  });
});
