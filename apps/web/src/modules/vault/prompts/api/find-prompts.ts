import { FileText } from 'lucide-react';
import type { CommandSource } from '../../../../shell/web-module.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { frameText } from '../state/frame-text.ts';
import { promptAddress } from '../state/prompt-address.ts';

/** Prompts by a part of their title or path, for the palette. */
export const findPrompts: CommandSource = {
  id: 'prompts',
  heading: () => frameText('prompts'),
  async search(q, signal) {
    const query = { q: q.slice(0, 200), limit: 8 };
    const { items } = await dataOf(api.GET('/api/v1/prompts', { params: { query }, signal }));
    return items.map(({ id, title, path }) => ({
      id,
      label: title,
      hint: path,
      icon: FileText,
      to: promptAddress(id),
    }));
  },
};
