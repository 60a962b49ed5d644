import { describe, expect, it } from 'vitest';
import { createProgress } from './run-progress.ts';

describe('progress of a run', () => {
  it('adds up text and reasoning apart', () => {
    const progress = createProgress('r');
    progress.take({ type: 'reasoning-delta', text: 'Hm. ' });
    progress.take({ type: 'text-delta', text: 'Hello' });
    expect(progress.take({ type: 'text-delta', text: ' there' })).toEqual([
      { type: 'text-delta', runId: 'r', text: ' there' },
    ]);
    expect(progress).toMatchObject({ output: 'Hello there', reasoning: 'Hm. ', marked: 0 });
  });

  it('keeps a character whole that a provider sent in two deltas', () => {
    const progress = createProgress('r');
    const [high = '', low = ''] = '🙂'.split('');
    expect(progress.take({ type: 'text-delta', text: `a${high}` })).toMatchObject([{ text: 'a' }]);
    expect(progress.take({ type: 'text-delta', text: `${low}b` })).toMatchObject([{ text: '🙂b' }]);
    expect(progress).toMatchObject({ output: 'a🙂b', marked: 0 });
  });

  it('marks what cannot be stored, also half a character left at the end', () => {
    const progress = createProgress('r');
    progress.take({ type: 'text-delta', text: 'a\u0000b\ud83d' });
    expect(progress.take({ type: 'end', finishReason: 'stop' })).toEqual([
      { type: 'text-delta', runId: 'r', text: '\uFFFD' },
    ]);
    expect(progress).toMatchObject({ output: 'a\uFFFDb\uFFFD', marked: 2, end: { reason: 'stop' } });
  });

  it('cleans what a model writes into a tool call', () => {
    const progress = createProgress('r');
    progress.take({ type: 'tool-call', id: '1', name: 'look', input: { q: ['\u0000'] } });
    expect(progress.toolCalls).toEqual([{ id: '1', name: 'look', input: { q: ['\uFFFD'] } }]);
  });

  it('cleans names within a call and its id, by which the answer of the tool still finds it', () => {
    const progress = createProgress('r');
    progress.take({ type: 'tool-call', id: 'a\u0000', name: 'look', input: { '\u0000k': { '\ud800': 1 } } });
    progress.take({ type: 'tool-result', id: 'a\u0000', ok: true, output: '\u0000', durationMs: 1 });
    expect(progress.toolCalls).toEqual([
      {
        ...{ id: 'a\uFFFD', name: 'look', input: { '\uFFFDk': { '\uFFFD': 1 } } },
        result: { ok: true, output: '\uFFFD', durationMs: 1 },
      },
    ]);
  });

  it('cleans what is said of a failure', () => {
    const progress = createProgress('r');
    progress.take({ type: 'error', code: 'model.cut', message: 'It \u0000 \ud800', retryable: true });
    expect(progress.end).toMatchObject({ error: { message: 'It \uFFFD \uFFFD' } });
  });

  it('remembers usage and the reason of a failure', () => {
    const progress = createProgress('r');
    progress.take({ type: 'usage', inputTokens: 3, outputTokens: 4, estimated: false });
    progress.take({ type: 'error', code: 'model.cut', message: 'It ended.', retryable: true });
    expect(progress.usage).toMatchObject({ inputTokens: 3, outputTokens: 4 });
    expect(progress.end).toMatchObject({ error: { code: 'model.cut' } });
  });
});
