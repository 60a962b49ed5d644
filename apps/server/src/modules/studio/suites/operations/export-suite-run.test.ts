import { describe, expect, it } from 'vitest';
import { createJUnit } from './export-suite-run.ts';

describe('JUnit', () => {
  it('holds what people wrote as text, whatever it is', () => {
    const item = { lane: 0, repetition: 0, results: [], latencyMs: 1_500 };
    const junit = createJUnit('A & "B"', [{ version: 3, model: 'm<1>' }]);
    junit.add({ ...item, caseName: 'fine', status: 'passed', reason: null, excerpt: '' });
    const reason = 'no\u0001pe & "so"\nnext';
    junit.add({ ...item, caseName: '<bad>]]>', status: 'failed', reason, excerpt: '\uD800x' });
    junit.add({ ...item, caseName: 'later', status: 'waiting', reason: null, excerpt: '' });
    const xml = [...junit.parts()].join('');
    expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1" time="4.500"');
    expect(xml).toContain('name="&lt;bad&gt;]]&gt;"');
    expect(xml).toContain('message="no\uFFFDpe &amp; &quot;so&quot;&#10;next"');
    expect(xml.isWellFormed()).toBe(true);
  });
});
