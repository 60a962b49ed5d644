import { describe, expect, it } from 'vitest';
import { amountText, levelText, possible, roughly, signedText, verdictWords } from './verdict-words.ts';

const primary = { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 } as const;
const about = { variant: 'B', low: null, high: null, missing: null, until: null };

describe('the words of a verdict', () => {
  it('say by how many points one is better or worse', () => {
    const better = { ...about, kind: 'better', low: 0.0312, high: 0.0891 } as const;
    expect(verdictWords(better, primary, false)).toBe('B is better by 3–9 points (95 %)');
    const little = { ...about, kind: 'worse', low: 0.004, high: 0.012 } as const;
    expect(verdictWords(little, primary, false)).toBe('B is worse by 0.4–1.2 points (95 %)');
    const mean = { ...primary, measure: 'mean' } as const;
    expect(verdictWords({ ...better, low: 1.24, high: 3.5 }, mean, false)).toBe(
      'B is better by 1.2–3.5 (95 %)',
    );
  });

  it('say that there is no difference that matters', () => {
    expect(verdictWords({ ...about, kind: 'same', low: -0.01, high: 0.01 }, primary, false)).toBe(
      'B: no difference bigger than 2 points',
    );
  });

  it('say how many more are needed and until when, as roughly as that is known', () => {
    const unclear = { ...about, kind: 'unclear', missing: 1_187 } as const;
    expect(verdictWords(unclear, primary, false)).toBe(
      'B: not enough data. About 1\u202F200 more subjects are needed.',
    );
    expect(verdictWords({ ...unclear, until: '2026-12-12T10:00:00Z' }, primary, false)).toBe(
      'B: not enough data. About 1\u202F200 more subjects at today’s rate, until 12 Dec 2026.',
    );
    expect(verdictWords({ ...unclear, missing: null }, primary, false)).toBe('B: not enough data');
    expect(verdictWords(unclear, primary, true)).toContain('It ended before');
    expect([roughly(7), roughly(83), roughly(1_234_567)]).toEqual([7, 83, 1_300_000]);
  });

  it('say nothing of shares below none or above all', () => {
    expect([possible(-0.029, 'share'), possible(1.02, 'share'), possible(0.5, 'share')]).toEqual([0, 1, 0.5]);
    expect([possible(-3, 'mean'), possible(3, 'mean')]).toEqual([-3, 3]);
  });

  it('write values and differences', () => {
    expect([levelText(0.125, 'share'), levelText(3.25, 'mean'), levelText(null, 'mean')]).toEqual([
      '12.5 %',
      '3.3',
      '–',
    ]);
    expect([signedText(0.042, 'share'), signedText(-0.042, 'share'), signedText(0, 'share')]).toEqual([
      '+4.2',
      '−4.2',
      '0.0',
    ]);
    expect([amountText(0.01, 'share'), amountText(0.005, 'share')]).toEqual(['1 point', '0.5 points']);
  });
});
