import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';

const script =
  (name, file) =>
  ({ node, env }) => ({
    name,
    run: async () => ({ ok: (await runChild(node, [inHouse('scripts', file)], { env })).code === 0 }),
  });

export const fences = script('import fences', 'fences/run.mjs');
export const laws = script('laws', 'laws/run.mjs');
