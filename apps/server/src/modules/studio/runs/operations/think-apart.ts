import { createThoughtSplitter, type Techniques } from '@promptvault/document/techniques';
import type { AnswerEvent } from './run-progress.ts';

/** Where the prompt asks the model to think in words first, its thoughts become reasoning, as they come. */
export async function* thinkApart(
  { chainOfThought }: Techniques,
  events: AsyncGenerator<AnswerEvent>,
): AsyncGenerator<AnswerEvent> {
  if (!chainOfThought) return yield* events;
  let splitter = createThoughtSplitter();
  let thought = false;
  let spoke = false;
  function* told(pieces: ReturnType<typeof splitter.rest>): Generator<AnswerEvent> {
    for (const { kind, text } of pieces) {
      if (kind === 'thought') thought = true;
      else spoke = true;
      yield { type: kind === 'thought' ? 'reasoning-delta' : 'text-delta', text };
    }
  }
  for await (const event of events) {
    if (event.type === 'text-delta') {
      yield* told(splitter.take(event.text));
      continue;
    }
    if (event.type === 'tool-call' || event.type === 'end' || event.type === 'error') {
      yield* told(splitter.rest());
      // After a tool has answered it may think again.
      splitter = createThoughtSplitter();
      spoke ||= event.type === 'tool-call';
    }
    if (event.type === 'end' && event.finishReason === 'stop' && thought && !spoke)
      yield { type: 'warning', message: 'It only thought, and gave no answer after its thoughts.' };
    yield event;
  }
}
