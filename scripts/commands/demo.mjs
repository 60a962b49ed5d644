import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { prepare } from '../runtime/prepare.mjs';

/** Fills a fresh data directory with two organizations, people, prompts and runs; it refuses one that is in use. */
export async function run(args) {
  const { node, env } = await prepare();
  return (await runChild(node, [inHouse('apps', 'server', 'src', 'demo.ts'), ...args], { env })).code;
}
