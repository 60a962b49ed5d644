/**
 * Recorded editing of real texts (shared/data/crdt), turned into the Yjs updates that its writers would have made,
 * each with what must be there before it can be typed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { samplesDirectory } from '@promptvault/testing/samples';
import * as Y from 'yjs';

type Patch = [at: number, deleted: number, inserted: string];

interface Trace {
  startContent?: string;
  endContent: string;
  txns: { parents?: number[]; agent?: number; patches: Patch[] }[];
}

export type TraceName = 'sequential' | 'concurrent';

const files: Record<TraceName, string> = {
  sequential: 'crdt/editing-traces/sequential_traces/sveltecomponent.json.gz',
  concurrent: 'crdt/editing-traces/concurrent_traces/friendsforever.json.gz',
};

const read = new Map<TraceName, Trace>();

/** Undefined where the samples are not. */
export function readTrace(name: TraceName): Trace | undefined {
  const samples = samplesDirectory();
  if (!samples) return undefined;
  const trace =
    read.get(name) ?? (JSON.parse(gunzipSync(readFileSync(join(samples, files[name]))).toString()) as Trace);
  read.set(name, trace);
  return trace;
}

export interface Step {
  agent: number;
  update: Uint8Array;
  /** How far of each Yjs client one must have read to be where this was typed. */
  needs: ReadonlyMap<number, number>;
}

export interface Script {
  steps: Step[];
  /** What the text reads at the end, whoever typed where and when. */
  end: string;
}

/**
 * The first `length` transactions of a trace, on top of a document with an empty text. `writerIds` gives the Yjs ids
 * of the writers.
 */
export function scriptOf(
  trace: Trace,
  length: number,
  {
    base,
    textIn,
    writerId,
  }: { base: Uint8Array; textIn: (doc: Y.Doc) => Y.Text; writerId: (agent: number) => number },
): Script {
  const steps: Step[] = [];
  const writers = new Map<number, { doc: Y.Doc; has: Set<number> }>();
  const writerOf = (agent: number) => {
    let writer = writers.get(agent);
    if (!writer) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, base);
      doc.clientID = writerId(agent);
      writer = { doc, has: new Set() };
      writers.set(agent, writer);
    }
    return writer;
  };
  const parentsOf = (index: number) => trace.txns[index]?.parents ?? (index === 0 ? [] : [index - 1]);
  for (const [index, { agent = 0, patches }] of trace.txns.slice(0, length).entries()) {
    const { doc, has } = writerOf(agent);
    const missing = new Set<number>();
    const look = [...parentsOf(index)];
    for (let at = look.pop(); at !== undefined; at = look.pop()) {
      if (has.has(at) || missing.has(at)) continue;
      missing.add(at);
      look.push(...parentsOf(at));
    }
    for (const at of [...missing].sort((a, b) => a - b)) {
      Y.applyUpdate(doc, (steps[at] as Step).update);
      has.add(at);
    }
    const needs = Y.decodeStateVector(Y.encodeStateVector(doc));
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array) => updates.push(update);
    doc.on('update', hear);
    doc.transact(() => {
      const text = textIn(doc);
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted);
        if (inserted) text.insert(at, inserted);
      }
    });
    doc.off('update', hear);
    has.add(index);
    steps.push({ agent, update: Y.mergeUpdates(updates), needs });
  }
  const all = new Y.Doc();
  Y.applyUpdate(all, base);
  for (const { update } of steps) Y.applyUpdate(all, update);
  return { steps, end: textIn(all).toString() };
}
