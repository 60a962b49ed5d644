import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { prepare } from '../runtime/prepare.mjs';

export const generator = inHouse('apps', 'server', 'src', 'generate.ts');

/** Writes what is made from the contract: the API document and the types of the SDK. */
export async function run() {
  const { node, env } = await prepare();
  return (await runChild(node, [generator], { env })).code;
}
