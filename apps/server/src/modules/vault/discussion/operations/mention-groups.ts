import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { readersOf } from '../../prompts/index.ts';
import type { Discussed } from '../open.ts';

/** Roles as groups; everybody in a group sees the prompt. */
const roles: Readonly<Record<string, string>> = {
  owners: 'owner',
  admins: 'admin',
  editors: 'editor',
  viewers: 'viewer',
};

/**
 * The groups one can mention about a thing, and who is in them: everyone who sees its prompt, of these each role, and
 * the thing's own groups. Groups of nobody are left out; a thing without a prompt has none.
 */
export async function mentionGroups(
  ctx: Ctx,
  { prompt, groups }: Pick<Discussed, 'prompt' | 'groups'>,
): Promise<Map<string, string[]>> {
  if (!prompt) return new Map();
  const readers = await readersOf(ctx, prompt.row);
  const all: [string, string[]][] = [['everyone', readers.map(({ userId }) => userId)]];
  for (const [name, people] of Object.entries(groups))
    all.push([name, readers.filter(({ userId }) => people.includes(userId)).map(({ userId }) => userId)]);
  for (const [name, role] of Object.entries(roles))
    all.push([name, readers.filter((one) => one.role === role).map(({ userId }) => userId)]);
  return new Map(all.filter(([, people]) => people.length > 0));
}
