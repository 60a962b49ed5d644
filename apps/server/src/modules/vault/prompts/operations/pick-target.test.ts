import { describe, expect, it } from 'vitest';
import { pickTarget } from './pick-target.ts';

const split = {
  salt: 'salt',
  targets: [
    { version: 1, weight: 1 },
    { version: 2, weight: 3 },
  ],
};

describe('pickTarget', () => {
  it('means the heaviest target without a subject', () => {
    expect(pickTarget(split, undefined)).toBe(2);
    expect(pickTarget({ salt: '', targets: [{ version: 7, weight: 1 }] }, 'anyone')).toBe(7);
  });

  it('keeps a subject on its target', () => {
    for (const subject of ['a', 'b', 'c'])
      expect(pickTarget(split, subject)).toBe(pickTarget(split, subject));
  });

  it('splits subjects by weight, and anew with another salt', () => {
    const subjects = Array.from({ length: 4000 }, (_, index) => `subject-${index}`);
    const first = subjects.filter((subject) => pickTarget(split, subject) === 1);
    expect(first.length / subjects.length).toBeGreaterThan(0.22);
    expect(first.length / subjects.length).toBeLessThan(0.28);
    const salted = { ...split, salt: 'another' };
    expect(first.some((subject) => pickTarget(salted, subject) === 2)).toBe(true);
  });
});
