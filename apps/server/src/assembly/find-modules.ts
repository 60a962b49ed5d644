/** Finds the modules by folder and orders them as modules.json says; there is no other list of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ModuleManifest } from '../foundation/module/define-module.ts';

const modulesUrl = new URL('../modules/', import.meta.url);
const orderUrl = new URL('../../../../modules.json', import.meta.url);

interface Order {
  modules: { space: string; name: string }[];
}

/** The manifests of all modules present, in lift order. @throws when a folder is not in modules.json */
export async function findModules(): Promise<ModuleManifest[]> {
  const order = (JSON.parse(readFileSync(orderUrl, 'utf8')) as Order).modules.map(
    ({ space, name }) => `${space}/${name}`,
  );
  const folders = readdirSync(modulesUrl, { withFileTypes: true })
    .filter((space) => space.isDirectory())
    .flatMap((space) =>
      readdirSync(new URL(`${space.name}/`, modulesUrl), { withFileTypes: true })
        .filter(
          (module) =>
            module.isDirectory() &&
            existsSync(fileURLToPath(new URL(`${space.name}/${module.name}/module.ts`, modulesUrl))),
        )
        .map((module) => `${space.name}/${module.name}`),
    );
  const unknown = folders.find((folder) => !order.includes(folder));
  if (unknown) throw new Error(`The module ${unknown} has no place in modules.json.`);
  const present = order.filter((name) => folders.includes(name));
  return Promise.all(
    present.map(async (name) => {
      const { module } = (await import(new URL(`${name}/module.ts`, modulesUrl).href)) as {
        module: ModuleManifest;
      };
      if (module.name !== name) throw new Error(`The module in ${name} calls itself ${module.name}.`);
      return module;
    }),
  );
}
