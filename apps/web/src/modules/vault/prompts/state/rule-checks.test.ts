import { expect, it } from 'vitest';
import { checksOf, checksProblem } from './rule-checks.ts';

it('reads one check a line, each once', () => {
  expect(checksOf(' suite:tone \n\nlint\nsuite:tone')).toEqual(['suite:tone', 'lint']);
});

it('names the one that is no name of a check', () => {
  expect(checksProblem('suite:tone\nlint')).toBeUndefined();
  expect(checksProblem('suite:tone\nSuite Tone')).toContain('Suite Tone');
});

it('takes 20 and no more', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join('\n');
  expect(checksProblem(many(20))).toBeUndefined();
  expect(checksProblem(many(21))).toContain('20');
});
