import { afterEach, expect, test } from 'vitest';
import { defineMessages, fill, setLanguage } from './catalogue.ts';

const t = defineMessages('garden', {
  title: 'The garden',
  greeting: 'Hello {name}, bed {bed}',
  beds: { one: '{count} bed', other: '{count} beds' },
});

afterEach(() => setLanguage({ code: 'en', areas: new Map() }));

test('a message without parameters takes none', () => {
  expect(t('title')).toBe('The garden');
});

test('parameters are filled in, and what they hold is not filled again', () => {
  expect(t('greeting', { name: '{bed}', bed: 3 })).toBe('Hello {bed}, bed 3');
});

test('the plural form follows the count, and numbers are grouped', () => {
  expect(t('beds', { count: 1 })).toBe('1 bed');
  expect(t('beds', { count: 0 })).toBe('0 beds');
  expect(t('beds', { count: 1200 })).toBe('1,200 beds');
});

test('an unknown hole stays visible instead of becoming "undefined"', () => {
  expect(fill('Hello {name}')).toBe('Hello {name}');
});

test('another language stands in front and English fills its gaps', () => {
  const polish = {
    beds: {
      one: '{count} grządka',
      few: '{count} grządki',
      many: '{count} grządek',
      other: '{count} grządki',
    },
  };
  setLanguage({ code: 'pl', areas: new Map([['garden', polish]]) });
  expect(t('beds', { count: 3 })).toBe('3 grządki');
  expect(t('beds', { count: 5 })).toBe('5 grządek');
  expect(t('title')).toBe('The garden');
});
