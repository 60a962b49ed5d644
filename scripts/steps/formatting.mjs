import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';

export const biome = inHouse('node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** Format, import order and lint in one pass. */
export const formatting = ({ node, env }) => ({
  name: 'format and lint',
  run: async () => ({
    ok:
      (await runChild(node, [biome, 'check', '--error-on-warnings', '--max-diagnostics=50', '.'], { env }))
        .code === 0,
  }),
});
