import { describe, expect, it } from 'vitest';
import { type BrowserFacts, pushAbility } from './push-ability.ts';

const fine: BrowserFacts = {
  secure: true,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150',
  touchPoints: 0,
  standalone: false,
  hasPush: true,
  permission: 'default',
};
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1';
const tablet = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15';

describe('pushAbility', () => {
  it.each<[string, Partial<BrowserFacts>, string]>([
    ['any browser', {}, 'able'],
    ['one that was allowed', { permission: 'granted' }, 'able'],
    ['one that was told to refuse', { permission: 'denied' }, 'denied'],
    ['a page without TLS', { secure: false, hasPush: false }, 'insecure'],
    ['one without push', { hasPush: false, permission: undefined }, 'unsupported'],
    ['an iPhone’s Safari', { userAgent: phone, touchPoints: 5, hasPush: false }, 'notInstalled'],
    [
      'an iPad that calls itself a Mac',
      { userAgent: tablet, touchPoints: 5, hasPush: false },
      'notInstalled',
    ],
    ['an iPhone’s Home Screen', { userAgent: phone, touchPoints: 5, standalone: true }, 'able'],
    ['a Mac', { userAgent: tablet }, 'able'],
  ])('of %s', (_what, facts, ability) => {
    expect(pushAbility({ ...fine, ...facts })).toBe(ability);
  });
});
