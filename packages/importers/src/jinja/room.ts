/** How much may still be done for a text that somebody else wrote: its loops and filters must not hold anybody up. */
import { NotKnown } from './read-expression.ts';

/** One room for many texts bounds all of them together. */
export interface Room {
  steps: number;
}

export const mostSteps = 100_000;

/** @throws NotKnown once nothing is left */
export function spend(room: Room, steps: number): void {
  room.steps -= steps;
  if (room.steps < 0) throw new NotKnown('more work than may be done for it');
}

const charactersAStep = 100;

/** Takes the steps for going through a value, with all that is in it, however often. @throws NotKnown */
export function weigh(room: Room, value: unknown): void {
  spend(room, typeof value === 'string' ? 1 + value.length / charactersAStep : 1);
  if (typeof value !== 'object' || value === null) return;
  for (const one of Object.values(value)) weigh(room, one);
}
