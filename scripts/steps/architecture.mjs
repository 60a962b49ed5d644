import { generator } from '../commands/generate.mjs';
import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';

const script =
  (name, ...args) =>
  ({ node, env }) => ({
    name,
    run: async () => ({ ok: (await runChild(node, args, { env })).code === 0 }),
  });

export const fences = script('import fences', inHouse('scripts', 'fences', 'run.mjs'));
export const laws = script('laws', inHouse('scripts', 'laws', 'run.mjs'));

/** Law 6: the contract is the truth, and what is made from it is not older. */
export const generated = script('generated files', generator, '--check');
