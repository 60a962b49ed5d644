import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { prepare } from '../runtime/prepare.mjs';

/** Seeded schedules of co-editing; the options are those of tests/schedules/draft-schedules.ts. */
export async function run(args) {
  const { node, env } = await prepare();
  const { code } = await runChild(node, [inHouse('tests', 'schedules', 'draft-schedules.ts'), ...args], {
    env,
  });
  return code;
}
