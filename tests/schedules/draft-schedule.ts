/**
 * One schedule: 2 to 8 tabs type a recorded text and words of their own into one draft, on a network that delays,
 * repeats and breaks, with tabs that die and a server that falls over. At the end every tab and the stored
 * document must read the same, and as expected.
 */
import { fromYDoc, hashDocument } from '@promptvault/document';
import * as Y from 'yjs';
import { createRandom, type Random } from './random.ts';
import type { TogetherHouse } from './together-house.ts';
import { readTrace, type Script, scriptOf, type TraceName } from './traces.ts';
import { openWriter, type Writer } from './writer.ts';

export interface ScheduleSize {
  /** Transactions of the trace; the whole when it is longer. */
  length: number;
  trace?: TraceName;
}

export interface ScheduleResult {
  tabs: number;
  trace: TraceName;
  steps: number;
  words: number;
  reloads: number;
  falls: number;
}

const longestWaitMs = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** @throws when a replica or the stored document is not as expected */
export async function runSchedule(
  house: TogetherHouse,
  seed: number,
  size?: ScheduleSize,
): Promise<ScheduleResult> {
  const random = createRandom(seed);
  const trace = size?.trace ?? random.pick<TraceName>(['sequential', 'concurrent']);
  const recorded = readTrace(trace);
  if (!recorded) throw new Error('The recorded texts are missing: set PROMPTVAULT_SAMPLES.');
  const { promptId, base } = await house.makePrompt(['recorded', 'words']);
  const length = Math.min(recorded.txns.length, size?.length ?? random.between(60, 500));
  const script = scriptOf(recorded, length, {
    base,
    textIn: (doc) => textOf(doc, 'recorded'),
    writerId: (agent) => 1_000 + agent,
  });
  if (length === recorded.txns.length && script.end !== recorded.endContent)
    throw new Error('The recorded text does not end as it should before any network.');
  const network = {
    random,
    longestDelay: random.between(0, 8),
    twice: random.next() * 0.1,
    breaks: random.chance(0.7) ? random.next() * 0.02 : 0,
    isBad: true,
  };
  const tabs = random.between(2, 8);
  const writers = Array.from({ length: tabs }, (_, index) =>
    openWriter({
      port: house.port(),
      cookie: house.cookieOf(index),
      organizationId: house.organizationId,
      promptId,
      network,
    }),
  );
  const result: ScheduleResult = { tabs, trace, steps: script.steps.length, words: 0, reloads: 0, falls: 0 };
  let isTyping = true;
  try {
    const troubles = async () => {
      while (isTyping) {
        await pause(random.between(20, 120));
        if (!isTyping) break;
        if (random.chance(0.2)) {
          random.pick(writers).reload();
          result.reloads++;
        }
        if (random.chance(0.1)) {
          await house.fallOver();
          result.falls++;
        }
      }
    };
    const trouble = troubles();
    const words = await Promise.all([
      typeScript(script, writers, random),
      ...writers.map((writer, index) => typeWords(writer, index, random, size ? 40 : 12)),
    ]);
    isTyping = false;
    await trouble;
    network.isBad = false;
    result.words = words.flat().length;
    await compare(house, promptId, writers, script, words.flat());
    return result;
  } finally {
    isTyping = false;
    for (const writer of writers) writer.close();
  }
}

function textOf(doc: Y.Doc, section: string): Y.Text {
  const held = doc.getMap('sections').get(section);
  return (held as Y.Map<unknown>).get('text') as Y.Text;
}

const hasText = (doc: Y.Doc) => doc.getMap('sections').get('words') instanceof Y.Map;

async function until(done: () => boolean, what: string): Promise<void> {
  const from = Date.now();
  while (!done()) {
    if (Date.now() - from > longestWaitMs) throw new Error(`${what} did not happen in time`);
    await pause(2);
  }
}

/** Each agent of the trace types in one tab after another, as soon as that tab has read what it must. */
async function typeScript(script: Script, writers: readonly Writer[], random: Random): Promise<string[]> {
  const agents = [...new Set(script.steps.map(({ agent }) => agent))];
  const typeAs = async (agent: number) => {
    let writer = random.pick(writers);
    let before = writer.sync();
    for (const { update, needs } of script.steps.filter((step) => step.agent === agent)) {
      if (random.chance(0.02)) writer = random.pick(writers);
      const isReady = () => {
        const { ydoc } = writer.sync();
        return [...needs].every(([client, clock]) => Y.getState(ydoc.store, client) >= clock);
      };
      if (!isReady() || writer.sync() !== before) await until(isReady, 'reading what others typed');
      before = writer.sync();
      Y.applyUpdate(before.ydoc, update, 'typed');
      if (random.chance(0.05)) await pause(random.between(0, 6));
    }
  };
  await Promise.all(agents.map(typeAs));
  return [];
}

/** Words that nobody else types, at any place. */
async function typeWords(writer: Writer, index: number, random: Random, count: number): Promise<string[]> {
  const words: string[] = [];
  for (let number = 0; number < count; number++) {
    await pause(random.between(0, 25));
    await until(() => hasText(writer.sync().ydoc), 'the draft');
    const { ydoc } = writer.sync();
    const text = textOf(ydoc, 'words');
    const word = `<${index}.${number}>`;
    ydoc.transact(() => text.insert(random.between(0, text.length), word), 'typed');
    words.push(word);
  }
  return words;
}

async function compare(
  house: TogetherHouse,
  promptId: string,
  writers: readonly Writer[],
  script: Script,
  words: readonly string[],
): Promise<void> {
  await until(() => writers.every((writer) => writer.isQuiet()), 'that all is stored');
  // By what they hold: the database gives the fields of a folded draft back in an order of its own.
  const read = async () => hashDocument(await house.readDraft(promptId));
  const stored = await read();
  const texts = () => writers.map((writer) => hashDocument(fromYDoc(writer.sync().ydoc).value));
  await until(() => texts().every((text) => text === stored), 'that all tabs read as what is stored').catch(
    async (error) => {
      const now = await read();
      const differing = texts().flatMap((text, index) => (text === now ? [] : [index]));
      const waiting = writers.map((writer) => Boolean(writer.sync().ydoc.store.pendingStructs));
      const states = writers.map((writer) => JSON.stringify(writer.sync().state()));
      throw new Error(
        `${error.message}: the store ${now === stored ? 'stayed' : 'went on'}, tabs ${differing} differ, waiting ${waiting}, ${states[differing[0] ?? 0]}`,
      );
    },
  );
  const { sections } = fromYDoc((writers[0] as Writer).sync().ydoc).value;
  const textIn = (id: string) => sections.find((section) => section.id === id)?.text ?? '';
  if (textIn('recorded') !== script.end) throw new Error('the recorded text does not read as it should');
  const letters = [...textIn('words')].sort().join('');
  if (letters !== [...words.join('')].sort().join('')) throw new Error('a word was lost or came twice');
}
