import type { Clock } from './clock.ts';
import { estimateUsage } from './estimate-usage.ts';
import type { ModelCall, ModelEvent } from './model-event.ts';
import { settingNames } from './setting-support.ts';

export const echoModelId = 'echo';

const wordPauseMs = 15;
const longestRepeat = 2000;

/** The built-in model: not an AI. Says what it received and repeats it, the same each time, without a network. */
export async function* echoModel(call: ModelCall, clock: Clock): AsyncGenerator<ModelEvent> {
  // The name of a strategy is told to no model.
  const ignored = settingNames.filter((name) => call.settings[name] !== undefined);
  if (ignored.length > 0) yield { type: 'warning', message: `The echo model ignores ${ignored.join(', ')}.` };
  let said = '';
  for (const word of echoText(call).match(/\s*\S+(\s+$)?/g) ?? []) {
    try {
      await clock.sleep(wordPauseMs, call.signal);
    } catch {
      yield { type: 'usage', ...(await estimateUsage(call, said)) };
      yield { type: 'end', finishReason: 'interrupted' };
      return;
    }
    said += word;
    yield { type: 'text-delta', text: word };
  }
  yield { type: 'usage', ...(await estimateUsage(call, said)) };
  yield { type: 'end', finishReason: 'stop' };
}

function echoText({ messages }: ModelCall): string {
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
  const last = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const left = last.length - longestRepeat;
  const repeated = left > 0 ? `${last.slice(0, longestRepeat)}… (${left} more characters)` : last;
  const plural = messages.length === 1 ? 'message' : 'messages';
  return (
    'This is the echo model. It is built in and is not an AI: it only repeats what it receives.\n\n' +
    `Received: ${messages.length} ${plural}, ${characters} characters.\n\n` +
    `Last user message:\n\n${repeated}`
  );
}
