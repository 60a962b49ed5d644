import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestDigest } from './latest-digest.ts';

describe('latestDigest', () => {
  it.each([
    ['2026-03-10T07:59:00Z', 8, 'UTC', '2026-03-09T08:00:00.000Z'],
    ['2026-03-10T08:00:00Z', 8, 'UTC', '2026-03-10T08:00:00.000Z'],
    ['2026-03-10T08:00:00Z', 8, 'Asia/Kolkata', '2026-03-10T02:30:00.000Z'],
    ['2026-03-10T08:00:00Z', 8, 'America/Los_Angeles', '2026-03-09T15:00:00.000Z'],
    ['2026-03-29T07:00:00Z', 8, 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
    ['2026-03-29T05:00:00Z', 8, 'Europe/Berlin', '2026-03-28T07:00:00.000Z'],
    ['2026-10-25T12:00:00Z', 8, 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
    ['2026-03-29T12:00:00Z', 2, 'Europe/Berlin', '2026-03-28T01:00:00.000Z'],
  ])('before %s the mail of %i o’clock in %s was due at %s', (now, hour, zone, due) => {
    expect(latestDigest(new Date(now), hour, zone).toISOString()).toBe(due);
  });

  it('never lies ahead, and moves on at most once in the life of one hour', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Europe/Berlin',
    );
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 23 }), zones, (now, hour, zone) => {
        const due = latestDigest(now, hour, zone);
        expect(due.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(now.getTime() - due.getTime()).toBeLessThanOrEqual(49 * 60 * 60_000);
        const later = latestDigest(new Date(now.getTime() + 15 * 60_000), hour, zone);
        expect(later.getTime()).toBeGreaterThanOrEqual(due.getTime());
      }),
    );
  });
});
