import { describe, expect, it } from 'vitest';
import { nameAt, toMarkdown, toStored, toTyped } from './mention-text.ts';

const mira = { id: '1', name: 'Mira R.' };
const miraLong = { id: '2', name: 'Mira R. Okafor' };

describe('mentions', () => {
  it('become links to people where completion wrote them, the longer name first', () => {
    const text = '@Mira R. Okafor and @Mira R., not mail@Mira R. or @Nobody';
    expect(toStored(text, [mira, miraLong])).toBe(
      '@[Mira R. Okafor](person:2) and @[Mira R.](person:1), not mail@Mira R. or @Nobody',
    );
  });

  it('come back as they were typed', () => {
    const odd = { id: '3', name: 'A ] [b\\' };
    const typed = 'Hi @A ] [b\\, and @Mira R.!';
    const read = toTyped(toStored(typed, [mira, odd]));
    expect(read.text).toBe(typed);
    expect(read.people).toEqual([odd, mira]);
  });

  it('of a group keep that they are', () => {
    const admins = { id: 'admins', name: 'admins', kind: 'group' as const };
    const sent = toStored('@admins and @Mira R.', [mira, admins]);
    expect(sent).toBe('@[admins](group:admins) and @[Mira R.](person:1)');
    expect(toTyped(sent)).toEqual({ text: '@admins and @Mira R.', people: [admins, mira] });
    expect(toMarkdown(sent)).toBe('**@admins** and **@Mira R.**');
  });

  it('are shown as names', () => {
    expect(toMarkdown('@[Mira *R*](person:1) x')).toBe('**@Mira \\*R\\*** x');
  });

  it.each([
    ['Hi @mi', 6, { from: 3, q: 'mi' }],
    ['@', 1, { from: 0, q: '' }],
    ['(@Mira R', 8, { from: 1, q: 'Mira R' }],
    ['mail@mi', 7, undefined],
    ['no', 2, undefined],
  ])('are completed in %j', (text, caret, found) => {
    expect(nameAt(text, caret)).toEqual(found);
  });
});
