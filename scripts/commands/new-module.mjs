import { root } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { ScriptError, say, sayGood } from '../say.mjs';
import { stampModule } from '../stamp/stamp-module.mjs';
import { biome } from '../steps/formatting.mjs';

/** new-module <space>/<name> [thing]: a module that lists, creates and gets one kind of thing. */
export async function run([path, thing]) {
  if (!path) throw new ScriptError('Which one? npm run new-module <space>/<name> [thing]');
  const { node, env } = await prepare();
  const written = stampModule(root, path, thing);
  await runChild(node, [biome, 'check', '--write', '--log-level=warn', ...written], { env });
  for (const file of written) say(file);
  sayGood(`${path} is stamped. Next:`);
  say('say in its README.md what it is for, and give it its place in modules.json');
  say('when schema.ts is right: npx drizzle-kit generate (in apps/server) writes the migration');
  say('npm run generate writes the API document and the types of the SDK');
  return 0;
}
