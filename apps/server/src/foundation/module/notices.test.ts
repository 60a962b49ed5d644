import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineNotice, joinNotices } from './notices.ts';

const notice = defineNotice({
  kind: 'door.knocked',
  summary: 'Knocks',
  channels: { app: true, mail: 'never' },
  data: z.strictObject({ times: z.int() }),
  text: ({ data, by }) => ({ title: `${by} knocked ${data.times} times` }),
});

describe('joinNotices', () => {
  it('finds a kind and lists all', () => {
    const notices = joinNotices([notice]);
    expect(notices.find('door.knocked')).toBe(notice);
    expect(notices.find('door.opened')).toBeUndefined();
    expect(notices.all()).toEqual([notice]);
  });

  it('refuses two modules that declare one kind', () => {
    expect(() => joinNotices([notice, notice])).toThrow(/door\.knocked/);
  });
});
