import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ScriptError } from '../say.mjs';
import { thingNames } from './thing-names.mjs';

const plan = fileURLToPath(new URL('./plan', import.meta.url));
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const fill = (text, names) =>
  text.replace(/__[A-Za-z_-]+?__/g, (placeholder) => names[placeholder] ?? placeholder);

/**
 * Writes the plan of a module, filled with its names, into a house: the server's folder, the contract's, and the
 * place in modules.json if it has none yet (last, until someone moves it to where it belongs).
 * @returns {string[]} the files written, relative to `root`
 */
export function stampModule(root, path, thing) {
  const [space, module, ...rest] = path.split('/');
  if (!kebab.test(space) || !kebab.test(module ?? '') || rest.length > 0 || (thing && !kebab.test(thing)))
    throw new ScriptError('Name it in kebab-case: npm run new-module <space>/<name> [thing]');
  const orderFile = join(root, 'modules.json');
  const order = JSON.parse(readFileSync(orderFile, 'utf8'));
  if (!order.spaces.includes(space)) throw new ScriptError(`The spaces are ${order.spaces.join(', ')}.`);
  const targets = {
    server: `apps/server/src/modules/${space}/${module}`,
    contract: `packages/contract/src/${space}/${module}`,
  };
  for (const target of Object.values(targets))
    if (existsSync(join(root, target))) throw new ScriptError(`${target} exists already.`);

  const names = thingNames(space, module, thing);
  const written = [];
  for (const [part, target] of Object.entries(targets)) {
    for (const file of readdirSync(join(plan, part), { recursive: true })) {
      if (!file.endsWith('.txt')) continue;
      const name = `${target}/${fill(file.replaceAll('\\', '/').replace(/\.txt$/, ''), names)}`;
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), fill(readFileSync(join(plan, part, file), 'utf8'), names));
      written.push(name);
    }
  }
  if (!order.modules.some((one) => one.space === space && one.name === module)) {
    const line = `    { "space": "${space}", "name": "${module}" }`;
    // Only this line: whoever adds another module at the same time should have little to sort out.
    const text = readFileSync(orderFile, 'utf8');
    const end = text.indexOf('\n  ]', text.indexOf('"modules": ['));
    writeFileSync(orderFile, `${text.slice(0, end)},\n${line}${text.slice(end)}`);
    written.push('modules.json');
  }
  return written;
}
