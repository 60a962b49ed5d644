import { runChild } from '../runtime/child.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { biome } from '../steps/formatting.mjs';

/** Format, import order and the safe corrections of the linter, written into the files. */
export async function run(paths) {
  const { node, env } = await prepare();
  const { code } = await runChild(node, [biome, 'check', '--write', ...(paths.length > 0 ? paths : ['.'])], {
    env,
  });
  return code;
}
