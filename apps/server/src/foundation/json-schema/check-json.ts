/**
 * Whether a text is JSON of a given form. A schema is code that somebody writes: it is compiled and run in a thread
 * with little memory and little time, which ends when it takes more and when nothing is asked for a while.
 */

import { Worker } from 'node:worker_threads';
import { isNestedDeeper } from '@promptvault/document';
import { type SchemaQuestion, type SchemaVerdict, unusable } from './verdict.ts';

const most = {
  /** Of the schema, as JSON. */
  schemaCharacters: 256_000,
  textCharacters: 4_000_000,
  depth: 100,
  /** For one question, the start of the thread not counted. */
  ms: 2_000,
  startMs: 20_000,
  idleMs: 20_000,
};

const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
/** Schemas that took too much are not tried again soon: everybody's questions wait for each other's. */
const exhausting = new Set<string>();
const mostRemembered = 50;

/** Never throws, whatever the schema and the text are. One question after the other. */
export function checkJson(question: SchemaQuestion): Promise<SchemaVerdict> {
  const refused = refusalOf(question);
  if (refused) return Promise.resolve(unusable(refused));
  const answer = last.then(() => ask(question));
  last = answer;
  return answer;
}

const tooLong = 'The schema takes too long to be checked.';

function remember({ schema }: SchemaQuestion): void {
  if (exhausting.size >= mostRemembered) exhausting.clear();
  exhausting.add(JSON.stringify(schema) ?? '');
}

function refusalOf({ schema, text }: SchemaQuestion): string | undefined {
  if (text.length > most.textCharacters) return 'The answer is too long to be checked.';
  if (isNestedDeeper(schema, most.depth)) return `The schema is nested deeper than ${most.depth} levels.`;
  const written = JSON.stringify(schema) ?? '';
  if (written.length > most.schemaCharacters)
    return `The schema is longer than ${most.schemaCharacters / 1_000} kB.`;
  return exhausting.has(written) ? tooLong : undefined;
}

async function ask(question: SchemaQuestion): Promise<SchemaVerdict> {
  clearTimeout(idle);
  const begun = thread;
  const worker = begun ?? new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits });
  thread = worker;
  worker.unref();
  const verdict = await new Promise<SchemaVerdict>((resolve) => {
    const give = (found: SchemaVerdict, isOver: boolean) => {
      clearTimeout(late);
      worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
      if (isOver) leave(worker);
      resolve(found);
    };
    const onAnswer = (found: SchemaVerdict) => give(found, false);
    const onError = () => {
      remember(question);
      give(unusable('The schema takes too much memory to be checked.'), true);
    };
    const onExit = () => give(unusable('The answer could not be checked.'), true);
    const late = setTimeout(
      () => {
        remember(question);
        give(unusable(tooLong), true);
      },
      most.ms + (begun ? 0 : most.startMs),
    );
    worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
    worker.postMessage(question);
  });
  idle = setTimeout(() => thread && leave(thread), most.idleMs);
  idle.unref();
  return verdict;
}

function leave(worker: Worker): void {
  if (thread === worker) thread = undefined;
  // Whatever it still says is heard by nobody.
  worker.on('error', () => undefined);
  void worker.terminate();
}
