/**
 * What a provider counts is worth less than what it answers: a package refuses the whole answer where a count is a text
 * or is missing. Such counts become 0 here, which is read as "not counted", and the tokens are estimated.
 */
import { type Fields, isFields } from './fields.ts';

const nameOfCount = /tokens?(?:count)?$/i;
const nameOfDetails = /details$/i;

/**
 * Makes the counts of an event readable: where the protocols keep them, and which of them may not be missing there.
 * @returns whether it was changed
 */
export function mendUsageOf(event: Fields): boolean {
  if (event.type === 'message_start' && isFields(event.message)) event.message.usage ??= {};
  if (event.type === 'message_delta') event.usage ??= {};
  const places: [holder: unknown, name: string, required: string[]][] = [
    [event, 'usage', event.type === 'message_delta' ? ['output_tokens'] : []],
    [event, 'usageMetadata', []],
    [event.response, 'usage', ['input_tokens', 'output_tokens']],
    [event.message, 'usage', event.type === 'message_start' ? ['input_tokens'] : []],
  ];
  return places.map((place) => mendUsage(...place)).includes(true);
}

function mendUsage(holder: unknown, name: string, required: readonly string[]): boolean {
  if (!isFields(holder) || !(name in holder) || (holder[name] === null && required.length === 0))
    return false;
  const given = holder[name];
  const usage: Fields = isFields(given) ? given : {};
  let isMended = usage !== given || mendCounts(usage);
  for (const count of required) {
    if (typeof usage[count] === 'number') continue;
    usage[count] = 0;
    isMended = true;
  }
  holder[name] = usage;
  return isMended;
}

const isCountOfKind = (part: unknown) =>
  isFields(part) && typeof part.modality === 'string' && typeof part.tokenCount === 'number';

function mendCounts(counts: Fields): boolean {
  let isMended = false;
  for (const [name, value] of Object.entries(counts)) {
    if (value === null || value === undefined) continue;
    if (nameOfDetails.test(name)) {
      const isFit = isFields(value) || (Array.isArray(value) && value.every(isCountOfKind));
      if (!isFit) counts[name] = null;
      if (!isFit || (isFields(value) && mendCounts(value))) isMended = true;
    } else if (nameOfCount.test(name) && typeof value !== 'number') {
      counts[name] = 0;
      isMended = true;
    }
  }
  return isMended;
}
