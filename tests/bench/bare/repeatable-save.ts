/**
 * A save cannot be asked again as it is: its ids exist and its numbers are taken. From two saves in a row one
 * sees which values are made anew, which count up, and which stay; the next ones follow from that.
 */
import type { Database } from '@promptvault/server/foundation/db/database';
import { makeId } from '@promptvault/server/foundation/ids/id-maker';
import { type RecordedTransaction, replay } from './recorded-statements.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

type Next = (turn: number) => unknown;

export interface RepeatableSave {
  /** Runs the transactions of step `step` once more; a turn is all steps in order. */
  step(step: number): Promise<void>;
}

export function createRepeatableSave(
  db: Database,
  first: readonly RecordedTransaction[],
  second: readonly RecordedTransaction[],
): RepeatableSave {
  if (first.length !== second.length) throw new Error('The two saves did not ask the same.');
  const ids = new Map<string, string>();
  const before = new Map<string, string>();
  let made = new Map<string, string>();
  let last = new Map<string, string>();
  const freshId = (of: string) => {
    const known = made.get(of);
    if (known) return known;
    const fresh = makeId();
    made.set(of, fresh);
    return fresh;
  };

  const next = (one: unknown, two: unknown): Next => {
    if (typeof one === 'number' && typeof two === 'number') return (turn) => two + (two - one) * turn;
    if (two instanceof Date) return () => new Date();
    if (typeof one === 'string' && typeof two === 'string') {
      if (one === two) return () => two;
      if (uuid.test(two)) {
        const earlier = before.get(two);
        if (earlier) return () => last.get(earlier) ?? earlier;
        before.set(one, two);
        ids.set(two, one);
        return () => freshId(two);
      }
      if (moment.test(two)) return () => new Date().toISOString();
    }
    return (turn) => (turn % 2 === 0 ? two : one);
  };

  const plan = second.map((transaction, at) => {
    const other = first[at] as RecordedTransaction;
    if (other.statements.length !== transaction.statements.length)
      throw new Error('The two saves did not ask the same number of statements.');
    return transaction.statements.map(({ values }, index) =>
      values?.map((value, place) => next(other.statements[index]?.values?.[place], value)),
    );
  });

  let turn = 1;
  return {
    async step(step) {
      if (step === 0) {
        last = made.size > 0 ? made : new Map([...ids.keys()].map((id) => [id, id]));
        made = new Map();
      }
      await replay(db, second[step] as RecordedTransaction, (_values, at) =>
        plan[step]?.[at]?.map((value) => value(turn)),
      );
      if (step === second.length - 1) turn += 1;
    },
  };
}
